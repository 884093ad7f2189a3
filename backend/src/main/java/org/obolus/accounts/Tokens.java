package org.obolus.accounts;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwx.HeaderParameterNames;

/** Makes and reads our tokens: JWTs (RFC 7519) of one issuer, one algorithm, one audience for each use. */
@ApplicationScoped
class Tokens {

    private static final int LONGEST = 4000;

    private final String issuer;
    private final SigningKeys keys;
    private final EndedGrants ended;
    private final Clock clock;
    private final TokenVerifier verifier;

    Tokens(
            @ConfigProperty(name = "obolus.url") String issuer,
            SigningKeys keys,
            EndedGrants ended,
            Clock clock,
            Vertx vertx) {
        this.issuer = issuer;
        this.keys = keys;
        this.ended = ended;
        this.clock = clock;
        this.verifier = new TokenVerifier(vertx, issuer, keys);
    }

    String issue(Grant grant) {
        var key = keys.newest();
        return claims(grant)
                .jws()
                .header(HeaderParameterNames.TYPE, grant.kind().type())
                .keyId(key.id())
                .algorithm(SignatureAlgorithm.HS256)
                .sign(key.secret());
    }

    private JwtClaimsBuilder claims(Grant grant) {
        var claims = Jwt.issuer(issuer)
                .audience(grant.kind().audience())
                .subject(grant.account().toString())
                .upn(grant.username())
                .claim(TokenVerifier.GRANT, grant.id().toString())
                .claim(TokenVerifier.SCOPE, Scope.written(grant.scopes()))
                .issuedAt(clock.instant())
                .expiresAt(grant.expiresAt());
        grant.site().ifPresent(site -> claims.claim(TokenVerifier.SITE, site));
        grant.app().ifPresent(app -> claims.claim(TokenVerifier.APP, app.toString()));
        return claims;
    }

    /** Proves that a form is one of the pages that a log-in was shown. */
    String formToken(Grant grant) {
        return keys.newest().authentication("form " + grant.id());
    }

    /** The grant that a token names; empty when the token is not one of ours for this use, or has ended. */
    Optional<Grant> read(String token, Grant.Kind kind) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        return verifier.verify(token, kind)
                .filter(grant -> grant.expiresAt().isAfter(clock.instant()))
                .filter(grant -> !ended.includes(grant.id()));
    }
}

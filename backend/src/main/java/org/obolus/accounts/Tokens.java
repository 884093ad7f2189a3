package org.obolus.accounts;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.lang.JoseException;

/** Makes and reads our tokens: JWTs (RFC 7519) of one issuer, one algorithm, one audience for each use. */
@ApplicationScoped
class Tokens {

    private static final String GRANT = "jti";
    private static final String SCOPE = "scope";
    private static final int LONGEST = 4000;

    private final String issuer;
    private final SigningKeys keys;
    private final EndedGrants ended;
    private final Clock clock;
    private final JWTCallerPrincipalFactory parser = new DefaultJWTCallerPrincipalFactory();
    private final Map<String, JWTAuthContextInfo> rules = new ConcurrentHashMap<>();

    Tokens(@ConfigProperty(name = "obolus.url") String issuer, SigningKeys keys, EndedGrants ended, Clock clock) {
        this.issuer = issuer;
        this.keys = keys;
        this.ended = ended;
        this.clock = clock;
    }

    String issue(Grant grant) {
        var key = keys.newest();
        return Jwt.issuer(issuer)
                .audience(grant.kind().audience())
                .subject(grant.account().toString())
                .upn(grant.username())
                .claim(GRANT, grant.id().toString())
                .claim(SCOPE, Scope.written(grant.scopes()))
                .issuedAt(clock.instant())
                .expiresAt(grant.expiresAt())
                .jws()
                .header(HeaderParameterNames.TYPE, grant.kind().type())
                .keyId(key.id())
                .algorithm(SignatureAlgorithm.HS256)
                .sign(key.secret());
    }

    /** The grant that a token names; empty when the token is not one of ours for this use, or has ended. */
    Optional<Grant> read(String token, Grant.Kind kind) {
        return keyOf(token, kind).flatMap(key -> parse(token, kind, key)).filter(grant -> !ended.includes(grant.id()));
    }

    /** Nothing is believed yet: the header only tells which of our keys to check with. */
    private Optional<SigningKeys.Key> keyOf(String token, Grant.Kind kind) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var signed = new JsonWebSignature();
            signed.setCompactSerialization(token);
            var headers = signed.getHeaders();
            return kind.type().equals(headers.getObjectHeaderValue(HeaderParameterNames.TYPE))
                            && headers.getObjectHeaderValue(HeaderParameterNames.KEY_ID) instanceof String id
                    ? keys.named(id)
                    : Optional.empty();
        } catch (JoseException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Grant> parse(String token, Grant.Kind kind, SigningKeys.Key key) {
        try {
            var rule = rules.computeIfAbsent(kind + key.id(), name -> rule(kind, key));
            return Optional.of(grant(parser.parse(token, rule), kind));
        } catch (ParseException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private JWTAuthContextInfo rule(Grant.Kind kind, SigningKeys.Key key) {
        var rule = new JWTAuthContextInfo();
        rule.setIssuedBy(issuer);
        rule.setExpectedAudience(Set.of(kind.audience()));
        rule.setSignatureAlgorithm(Set.of(SignatureAlgorithm.HS256));
        rule.setSecretVerificationKey(key.secret());
        rule.setClockSkew(0);
        return rule;
    }

    private static Grant grant(JsonWebToken token, Grant.Kind kind) {
        return new Grant(
                UUID.fromString(token.getTokenID()),
                new AccountId(Long.parseLong(token.getSubject())),
                token.getName(),
                kind,
                Scope.setOf(token.getClaim(SCOPE)),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }
}

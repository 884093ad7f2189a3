package org.obolus.accounts;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.lang.JoseException;

/** Checks a token's type, algorithm, signature, issuer, audience and lifetime (RFC 8725). */
final class TokenVerifier {

    /** The registered claims that we use, and our own. */
    static final String GRANT = "jti";

    static final String USERNAME = "upn";
    static final String SCOPE = "scope";

    private final String issuer;
    private final SigningKeys keys;
    private final DefaultJWTTokenParser parser = new DefaultJWTTokenParser();
    private final Map<String, Rule> rulesByHeader = new ConcurrentHashMap<>();

    TokenVerifier(String issuer, SigningKeys keys) {
        this.issuer = issuer;
        this.keys = keys;
    }

    /** What a token with a certain header has to satisfy. */
    private record Rule(Grant.Kind kind, JWTAuthContextInfo check) {}

    /** The grant that a token names; empty when the token is not one of ours for this use. */
    Optional<Grant> verify(String token, Grant.Kind kind) {
        var known = rulesByHeader.get(header(token));
        return known == null ? verifyFirst(token, kind) : known.kind == kind ? verify(token, known) : Optional.empty();
    }

    /** A header is remembered with the first good token that carries it, so that only ours can fill the memory. */
    private Optional<Grant> verifyFirst(String token, Grant.Kind kind) {
        var rule = keyOf(token, kind).map(key -> new Rule(kind, check(kind, key)));
        var grant = rule.flatMap(found -> verify(token, found));
        grant.ifPresent(good -> rulesByHeader.put(header(token), rule.orElseThrow()));
        return grant;
    }

    private static String header(String token) {
        return token.substring(0, Math.max(0, token.indexOf('.')));
    }

    /** Nothing is believed yet: the header only tells which of our keys to check with. */
    private Optional<SigningKeys.Key> keyOf(String token, Grant.Kind kind) {
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

    private JWTAuthContextInfo check(Grant.Kind kind, SigningKeys.Key key) {
        var check = new JWTAuthContextInfo();
        check.setIssuedBy(issuer);
        check.setExpectedAudience(Set.of(kind.audience()));
        check.setSignatureAlgorithm(Set.of(SignatureAlgorithm.HS256));
        check.setSecretVerificationKey(key.secret());
        check.setClockSkew(0);
        check.setRequiredClaims(Set.of(GRANT, USERNAME, SCOPE));
        return check;
    }

    private Optional<Grant> verify(String token, Rule rule) {
        try {
            return Optional.of(grant(parser.parse(token, rule.check).getJwtClaims(), rule.kind));
        } catch (ParseException | MalformedClaimException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    /** A person may do everything, also what there was no scope for when they logged in. */
    private static Set<Scope> scopes(JwtClaims claims, Grant.Kind kind) throws MalformedClaimException {
        return kind == Grant.Kind.BROWSER ? Set.of(Scope.values()) : Scope.setOf(claims.getStringClaimValue(SCOPE));
    }

    private static Grant grant(JwtClaims claims, Grant.Kind kind) throws MalformedClaimException {
        return new Grant(
                UUID.fromString(claims.getStringClaimValue(GRANT)),
                new AccountId(Long.parseLong(claims.getSubject())),
                claims.getStringClaimValue(USERNAME),
                kind,
                scopes(claims, kind),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }
}

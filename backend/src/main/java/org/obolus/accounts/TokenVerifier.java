package org.obolus.accounts;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Checks a token's type, algorithm, signature, issuer, audience and lifetime (RFC 8725). */
final class TokenVerifier {

    /** The registered claims that we use, and our own. */
    static final String GRANT = "jti";

    static final String USERNAME = "upn";
    static final String SCOPE = "scope";
    static final String SITE = "site";
    static final String APP = "client_id";

    /** Lets a token in that another server made a moment ahead of this one's clock; whoever asks judges the expiry. */
    private static final int LEEWAY_SECONDS = 60;

    private final Vertx vertx;
    private final String issuer;
    private final SigningKeys keys;
    private final Map<String, Rule> rulesByHeader = new ConcurrentHashMap<>();

    TokenVerifier(Vertx vertx, String issuer, SigningKeys keys) {
        this.vertx = vertx;
        this.issuer = issuer;
        this.keys = keys;
    }

    /** What a token with a certain header has to satisfy. */
    private record Rule(Grant.Kind kind, JWTAuth check) {}

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
            var header = new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(header(token))));
            return kind.type().equals(header.getValue("typ")) && header.getValue("kid") instanceof String id
                    ? keys.named(id)
                    : Optional.empty();
        } catch (IllegalArgumentException | DecodeException unreadable) {
            return Optional.empty();
        }
    }

    private JWTAuth check(Grant.Kind kind, SigningKeys.Key key) {
        var secret = new PubSecKeyOptions()
                .setId(key.id())
                .setAlgorithm("HS256")
                .setBuffer(Buffer.buffer(key.secret().getEncoded()));
        var rules =
                new JWTOptions().setIssuer(issuer).addAudience(kind.audience()).setLeeway(LEEWAY_SECONDS);
        return JWTAuth.create(vertx, new JWTAuthOptions().addPubSecKey(secret).setJWTOptions(rules));
    }

    /** The check asks nobody, so it has answered when it returns. */
    private static Optional<Grant> verify(String token, Rule rule) {
        var checked = rule.check.authenticate(new TokenCredentials(token));
        try {
            return checked.succeeded() ? Optional.of(grant(claims(checked.result()), rule.kind)) : Optional.empty();
        } catch (IllegalArgumentException incomplete) {
            return Optional.empty();
        }
    }

    private static JsonObject claims(User user) {
        return user.attributes().getJsonObject("accessToken");
    }

    private static Grant grant(JsonObject claims, Grant.Kind kind) {
        return new Grant(
                UUID.fromString(claim(claims, GRANT, String.class)),
                new AccountId(Long.parseLong(claim(claims, "sub", String.class))),
                claim(claims, USERNAME, String.class),
                kind,
                scopes(claims, kind),
                Instant.ofEpochSecond(claim(claims, "exp", Number.class).longValue()),
                site(claims, kind),
                app(claims, kind));
    }

    /** A person may do everything, also what there was no scope for when they logged in. */
    private static Set<Scope> scopes(JsonObject claims, Grant.Kind kind) {
        return kind == Grant.Kind.BROWSER ? Set.of(Scope.values()) : Scope.setOf(claim(claims, SCOPE, String.class));
    }

    private static Optional<String> site(JsonObject claims, Grant.Kind kind) {
        return kind == Grant.Kind.BUTTON ? Optional.of(claim(claims, SITE, String.class)) : Optional.empty();
    }

    private static Optional<UUID> app(JsonObject claims, Grant.Kind kind) {
        return kind == Grant.Kind.APP
                ? Optional.of(UUID.fromString(claim(claims, APP, String.class)))
                : Optional.empty();
    }

    private static <T> T claim(JsonObject claims, String name, Class<T> type) {
        var value = claims.getValue(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(name);
        }
        return type.cast(value);
    }
}

package org.obolus.client;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an app got from a person who let it act for them. Keep all of it where nobody else reads it.
 *
 * @param refreshToken good for one refresh: the answer to it has the next one
 * @param scopes what the person allowed, which may be less than what was asked for
 */
public record AppTokens(String accessToken, Optional<String> refreshToken, Set<Scope> scopes, Instant expiresAt) {

    public AppTokens {
        Objects.requireNonNull(accessToken, "accessToken");
        Objects.requireNonNull(refreshToken, "refreshToken");
        Objects.requireNonNull(expiresAt, "expiresAt");
        scopes = Set.copyOf(scopes);
    }

    /** Without the tokens, for what is written to a log. */
    @Override
    public String toString() {
        return "AppTokens[scopes=" + scopes + ", expiresAt=" + expiresAt + "]";
    }

    /** As RFC 6749, section 5.1, has it; who names no scopes got those that were asked for. */
    static AppTokens read(Transport.Answer answer, Set<Scope> asked, Instant now) {
        var said = Json.tree(answer.text());
        if (!said.path("token_type").asText().equalsIgnoreCase("bearer")) {
            throw new Json.Unreadable("a bearer token was expected", null);
        }
        var seconds = said.path("expires_in").canConvertToInt()
                ? said.path("expires_in").asInt()
                : 0;
        return new AppTokens(
                Json.value(said.path("access_token"), String.class),
                Optional.ofNullable(said.path("refresh_token").asText(null)),
                said.hasNonNull("scope") ? Scope.setOf(said.path("scope").asText()) : asked,
                now.plusSeconds(seconds));
    }
}

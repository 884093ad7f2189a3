package org.obolus.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An app that acts for people who let it: it sends them to the server, and gets tokens for what they allowed
 * (OAuth 2 with authorization code and PKCE).
 */
public final class OAuthApp {

    private final Line line;
    private final Identity app;

    private OAuthApp(Line line, Identity app) {
        this.line = line;
        this.app = app;
    }

    /** An app whose secret everybody could read, such as one on a phone or a command line; it has none. */
    public static OAuthApp open(ObolusClient server, String id, URI redirect) {
        return of(server, id, Optional.empty(), redirect);
    }

    /** An app on a server of its own, where its secret is safe. */
    public static OAuthApp confidential(ObolusClient server, String id, String secret, URI redirect) {
        return of(server, id, Optional.of(secret), redirect);
    }

    /** Begins to ask a person for permission. */
    public Authorization authorization(Collection<Scope> scopes) {
        var state = Pkce.secret();
        var verifier = Pkce.secret();
        var query = new Query()
                .with("response_type", "code")
                .with("client_id", app.id())
                .with("redirect_uri", app.redirect())
                .with("scope", Scope.written(scopes))
                .with("state", state)
                .with("code_challenge", Pkce.challenge(verifier))
                .with("code_challenge_method", "S256");
        var url = Query.below(line.server(), "/oauth/authorize" + query);
        return new Authorization(url, state, verifier, Set.copyOf(scopes));
    }

    /**
     * Takes the address to which the person came back, and gets tokens for it.
     *
     * @throws IllegalArgumentException when it is no answer to this authorization: somebody may try to log a person in
     *     as somebody else
     * @throws ObolusException.Refused when the person said no ({@code access_denied}), or the code is no longer good
     *     ({@code invalid_grant})
     */
    public AppTokens exchange(Authorization asked, URI cameBackTo) {
        return Line.await(async().exchange(asked, cameBackTo));
    }

    /**
     * Gets new tokens for old ones, which are worthless from then on. Nothing is sent twice: the server would take the
     * second use of a refresh token for a theft, and end the permission.
     *
     * @throws ObolusException.Refused when the person has ended the permission ({@code invalid_grant})
     */
    public AppTokens refresh(AppTokens tokens) {
        return Line.await(async().refresh(tokens));
    }

    /** Ends the permission at once. */
    public void revoke(AppTokens tokens) {
        Line.await(async().revoke(tokens));
    }

    /**
     * Tokens for a client, refreshed by themselves shortly before they expire.
     *
     * @param keeping is given each new set before it is used; losing one loses the permission
     */
    public Credentials credentials(AppTokens tokens, Consumer<AppTokens> keeping) {
        return new RenewingCredentials(async(), line.clock(), tokens, keeping);
    }

    /** The same, without waiting for the answers. */
    public AsyncOAuthApp async() {
        return new AsyncOAuthApp(line, app);
    }

    static String refreshTokenOf(AppTokens tokens) {
        return tokens.refreshToken()
                .orElseThrow(() -> new IllegalArgumentException("There is no refresh token among these."));
    }

    private static OAuthApp of(ObolusClient server, String id, Optional<String> secret, URI redirect) {
        var line = server.line().anonymous();
        return new OAuthApp(line, new Identity(id, secret, redirect));
    }

    /** Who the app is. */
    record Identity(String id, Optional<String> secret, URI redirect) {

        Identity {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(redirect, "redirect");
        }

        /** With its secret in a header (RFC 6749, section 2.3.1), or without one by its name alone. */
        <T> Call<T> proving(Call<T> call, Query form) {
            return secret.map(word -> call.filledIn(form).with("Authorization", "Basic " + basic(word)))
                    .orElseGet(() -> call.filledIn(form.with("client_id", id)));
        }

        private String basic(String word) {
            var both = Query.encoded(id) + ":" + Query.encoded(word);
            return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        }
    }
}

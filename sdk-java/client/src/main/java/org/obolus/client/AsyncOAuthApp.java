package org.obolus.client;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** An app that acts for people who let it. Each answer comes later. */
public final class AsyncOAuthApp {

    private final Line line;
    private final OAuthApp.Identity app;

    AsyncOAuthApp(Line line, OAuthApp.Identity app) {
        this.line = line;
        this.app = app;
    }

    /** Later what {@link OAuthApp#exchange(Authorization, URI)} answers. */
    public CompletableFuture<AppTokens> exchange(Authorization asked, URI cameBackTo) {
        return fromThisServer(CameBack.with(cameBackTo).to(asked))
                .thenCompose(back -> tokens(
                        new Query()
                                .with("grant_type", "authorization_code")
                                .with("code", back.code())
                                .with("redirect_uri", app.redirect())
                                .with("code_verifier", asked.verifier()),
                        asked.scopes()));
    }

    /** Later what {@link OAuthApp#refresh(AppTokens)} answers. */
    public CompletableFuture<AppTokens> refresh(AppTokens tokens) {
        var form =
                new Query().with("grant_type", "refresh_token").with("refresh_token", OAuthApp.refreshTokenOf(tokens));
        return tokens(form, tokens.scopes());
    }

    /** Later what {@link OAuthApp#revoke(AppTokens)} answers. */
    public CompletableFuture<Void> revoke(AppTokens tokens) {
        var token = tokens.refreshToken().orElse(tokens.accessToken());
        var call = Call.post("/oauth/revoke", Json.nothing());
        return line.ask(app.proving(call, new Query().with("token", token)));
    }

    /** A server may call itself by another address than the one by which it is reached; then it is asked. */
    private CompletableFuture<CameBack> fromThisServer(CameBack back) {
        return back.isFrom(line.server())
                ? CompletableFuture.completedFuture(back)
                : new AsyncApps(line).metadata().thenApply(said -> back.from(plain(said.issuer())));
    }

    private static URI plain(URI issuer) {
        return URI.create(issuer.toString().replaceFirst("/*$", ""));
    }

    /** A code and a refresh token are good once: whoever sends one again looks like a thief. */
    private CompletableFuture<AppTokens> tokens(Query form, Set<Scope> asked) {
        var call = Call.post("/oauth/token", answer -> AppTokens.read(answer, asked, line.now()));
        return line.ask(app.proving(call, form).once());
    }
}

package org.obolus.client;

import java.util.concurrent.CompletableFuture;

/** What an app needs before it acts for people. Each answer comes later. */
public final class AsyncApps {

    private final Line line;

    AsyncApps(Line line) {
        this.line = line.anonymous();
    }

    /** Later what {@link Apps#metadata()} answers. */
    public CompletableFuture<OAuthMetadata> metadata() {
        return line.ask(Call.get("/.well-known/oauth-authorization-server", Json.as(OAuthMetadata.class)));
    }

    /** Later what {@link Apps#register(AppRegistration)} answers. */
    public CompletableFuture<RegisteredApp> register(AppRegistration app) {
        return line.ask(Call.post("/oauth/register", app.body(), Json.as(RegisteredApp.class))
                .once());
    }
}

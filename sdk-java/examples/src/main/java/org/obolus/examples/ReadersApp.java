package org.obolus.examples;

import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;
import org.obolus.client.AppTokens;
import org.obolus.client.Authorization;
import org.obolus.client.OAuthApp;
import org.obolus.client.ObolusClient;
import org.obolus.client.Scope;

/** An app that flattrs for its readers. */
public final class ReadersApp {

    private final URI server;
    private final OAuthApp app;

    /** An app that was registered at the server. */
    public ReadersApp(URI server, String id, String secret, URI redirect) {
        this.server = server;
        // snippet: app
        this.app = OAuthApp.confidential(ObolusClient.at(server), id, secret, redirect);
        // end
    }

    /** Where to send the reader; keep the whole of it in the reader's session. */
    public Authorization begin() {
        // snippet: authorization
        var authorization = app.authorization(Set.of(Scope.FLATTR));
        // end
        return authorization;
    }

    /** The reader has come back; the tokens are to be kept whenever they change. */
    public ObolusClient comeBack(Authorization authorization, URI cameBackTo, Consumer<AppTokens> store) {
        // snippet: exchange
        var tokens = app.exchange(authorization, cameBackTo); // checks state and issuer
        store.accept(tokens);
        var reader = ObolusClient.builder(server)
                .credentials(app.credentials(tokens, store)) // refreshes them in time
                .build();
        // end
        return reader;
    }
}

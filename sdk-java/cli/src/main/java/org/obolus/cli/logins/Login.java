package org.obolus.cli.logins;

import java.net.URI;
import org.obolus.client.AppTokens;

/**
 * Somebody's log-in at a server.
 *
 * @param client as what the server knows this program
 */
record Login(URI server, String client, String username, AppTokens tokens) {

    /** Without the tokens. */
    @Override
    public String toString() {
        return username + " at " + server;
    }

    Login with(AppTokens renewed) {
        return new Login(server, client, username, renewed);
    }
}

package org.obolus.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;
import org.obolus.cli.endings.Ending;
import org.obolus.cli.endings.Stopped;
import org.obolus.cli.logins.Logins;
import org.obolus.client.Credentials;
import org.obolus.client.ObolusClient;
import org.obolus.client.ObolusClientBuilder;
import org.obolus.client.Retries;

/**
 * The server that a command speaks to, and in whose name.
 *
 * @param who is known to it, in words that stay the same and give nothing away
 * @param username asks the server where it has to
 */
record Session(ObolusClient client, String who, Supplier<String> username) {

    /** More than the library's own: a build has time, and no reader who waits. */
    private static final Retries PATIENT = new Retries(5, Duration.ofMillis(500), Duration.ofSeconds(60));

    /** @throws Stopped when nobody is logged in and no token is given */
    static Session of(Surroundings here, Common options) {
        var logins = new Logins(here.configuration(), here.clock());
        var server = anonymous(options.server(here, logins)).server();
        return options.token(here).map(token -> withToken(server, token)).orElseGet(() -> loggedIn(server, logins));
    }

    /** For what everybody may. */
    static ObolusClient anonymous(URI server) {
        return builder(server).build();
    }

    private static Session withToken(URI server, String token) {
        var client = built(server, credentials(token));
        return new Session(
                client, "token " + hash(token), () -> client.accounts().me().username());
    }

    private static Credentials credentials(String token) {
        try {
            return Credentials.of(token);
        } catch (IllegalArgumentException broken) {
            throw new Stopped(Ending.NOT_LOGGED_IN, "The token that was given is none.", broken);
        }
    }

    private static Session loggedIn(URI server, Logins logins) {
        var credentials = logins.credentials(server)
                .orElseThrow(() -> new Stopped(
                        Ending.NOT_LOGGED_IN,
                        "Nobody is logged in at " + server + ". Log in with obolus login --server " + server
                                + ", or give a token in OBOLUS_TOKEN."));
        var username = logins.username(server).orElse("");
        return new Session(built(server, credentials), "user " + username, () -> username);
    }

    private static ObolusClient built(URI server, Credentials credentials) {
        return builder(server).credentials(credentials).build();
    }

    private static ObolusClientBuilder builder(URI server) {
        try {
            return ObolusClient.builder(server).retries(PATIENT).program("obolus-cli/" + Version.number());
        } catch (IllegalArgumentException wrong) {
            throw new Stopped(Ending.WRONG_USE, wrong.getMessage(), wrong);
        }
    }

    private static String hash(String token) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}

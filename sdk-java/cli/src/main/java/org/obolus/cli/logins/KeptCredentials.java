package org.obolus.cli.logins;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.obolus.cli.endings.Ending;
import org.obolus.cli.endings.Stopped;
import org.obolus.client.AppTokens;
import org.obolus.client.Credentials;
import org.obolus.client.ObolusClient;
import org.obolus.client.ObolusException;

/**
 * The token of a log-in, renewed when it is old. A refresh token is good once, so programs that run side by side renew
 * one after the other, and whoever comes second takes what the first one got.
 */
final class KeptCredentials implements Credentials {

    private static final Duration AHEAD = Duration.ofSeconds(60);

    private final LoginFile file;
    private final Clock clock;
    private final URI server;
    private AppTokens tokens;

    KeptCredentials(LoginFile file, Clock clock, Login login) {
        this.file = file;
        this.clock = clock;
        this.server = login.server();
        this.tokens = login.tokens();
    }

    @Override
    public synchronized CompletionStage<String> token() {
        if (!isFresh(tokens)) {
            tokens = file.change(server, this::renewed).orElseThrow(this::ended).tokens();
        }
        return CompletableFuture.completedFuture(tokens.accessToken());
    }

    private Optional<Login> renewed(Optional<Login> before) {
        return before.map(login -> isFresh(login.tokens()) ? login : login.with(renewed(login)));
    }

    private AppTokens renewed(Login login) {
        try {
            return Logins.app(ObolusClient.at(server), login.client()).refresh(login.tokens());
        } catch (ObolusException.Refused refused) {
            throw refused.status() < 500 && refused.status() != 429 ? ended() : refused;
        }
    }

    private boolean isFresh(AppTokens some) {
        return clock.instant().plus(AHEAD).isBefore(some.expiresAt());
    }

    private Stopped ended() {
        return new Stopped(Ending.NOT_LOGGED_IN, "The log-in at " + server + " has ended. Log in again: obolus login");
    }
}

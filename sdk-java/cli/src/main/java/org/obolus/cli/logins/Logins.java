package org.obolus.cli.logins;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.obolus.client.Credentials;
import org.obolus.client.OAuthApp;
import org.obolus.client.ObolusClient;
import org.obolus.client.ObolusException;

/** Who is logged in where, on this machine. */
public final class Logins {

    private static final URI NOWHERE = URI.create("http://127.0.0.1" + Callback.PATH);

    private final LoginFile file;
    private final Clock clock;

    /** @param folder where log-ins are kept */
    public Logins(Path folder, Clock clock) {
        this.file = new LoginFile(folder);
        this.clock = clock;
    }

    /** The server that was logged in to last. */
    public Optional<URI> current() {
        return file.current();
    }

    public Optional<String> username(URI server) {
        return file.of(server).map(Login::username);
    }

    /** A token of the log-in there, as long as it lasts; nothing where nobody is logged in. */
    public Optional<Credentials> credentials(URI server) {
        return file.of(server).map(login -> new KeptCredentials(file, clock, login));
    }

    /**
     * Logs somebody in with their browser, and answers who it is.
     *
     * @param showing sends the person to an address
     * @throws org.obolus.cli.endings.Stopped when nobody comes back in time or they say no
     */
    public String logIn(ObolusClient server, Consumer<URI> showing, Duration patience) {
        var before = file.of(server.server());
        var login = new LogIn(server, showing, patience).run(before.map(Login::client));
        file.keep(login);
        before.ifPresent(old -> end(server, old));
        return login.username();
    }

    /** Ends the log-in, at the server too; answers whose it was. */
    public Optional<String> logOut(ObolusClient server) {
        var login = file.of(server.server());
        file.forget(server.server());
        login.ifPresent(known -> end(server, known));
        return login.map(Login::username);
    }

    static OAuthApp app(ObolusClient server, String client) {
        return app(server, client, NOWHERE);
    }

    static OAuthApp app(ObolusClient server, String client, URI redirect) {
        return OAuthApp.open(server, client, redirect);
    }

    /** It may have ended by itself meanwhile. */
    private static void end(ObolusClient server, Login old) {
        try {
            app(server, old.client()).revoke(old.tokens());
        } catch (ObolusException.Refused ended) {
            return;
        }
    }
}

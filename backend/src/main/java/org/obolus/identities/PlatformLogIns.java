package org.obolus.identities;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.web.Neighbourhood;
import org.obolus.web.Secret;

/**
 * Sends people to a platform and learns from it who came back (RFC 6749 with PKCE, RFC 9700).
 *
 * <p>The browser keeps the verifier, the platform is told its hash, and so is the database: any server can go on with what
 * another began, and nobody can finish a log-in without the browser in which it was begun.
 */
@ApplicationScoped
class PlatformLogIns {

    static final Duration LASTS = Duration.ofMinutes(10);
    private static final String BEGIN = """
            insert into platform_log_ins (state, browser, platform, client_id, client_secret, expires_at)
            values ($1, $2, $3, $4, $5, $6)""";
    private static final String END = """
            delete from platform_log_ins where state = $1 and browser = $2 and platform = $3 and expires_at > $4
            returning client_id, client_secret""";

    private final LogInPlatforms platforms;
    private final DiscoverPlatform discover;
    private final PlatformApps apps;
    private final ClaimLimits limits;
    private final AskForToken askForToken;
    private final AskWhoCame askWhoCame;
    private final Transactions transactions;
    private final Clock clock;
    private final String server;

    PlatformLogIns(
            LogInPlatforms platforms,
            DiscoverPlatform discover,
            PlatformApps apps,
            ClaimLimits limits,
            AskForToken askForToken,
            AskWhoCame askWhoCame,
            Transactions transactions,
            Clock clock,
            @ConfigProperty(name = "obolus.url") String server) {
        this.platforms = platforms;
        this.discover = discover;
        this.apps = apps;
        this.limits = limits;
        this.askForToken = askForToken;
        this.askWhoCame = askWhoCame;
        this.transactions = transactions;
        this.clock = clock;
        this.server = server;
    }

    /** Where to send the browser, and what it has to keep until it is back. */
    record Begun(LogInPlatform platform, String address, Secret browser) {}

    /** Fails with {@link LogInRefused}, or with TooManyRequests. */
    Uni<Begun> begin(LogInPlatform platform, Neighbourhood here) {
        return limits.logIn(here)
                .chain(() -> discover.endpoints(platform))
                .chain(endpoints ->
                        apps.ready(platform, endpoints, here).chain(app -> begin(platform, endpoints, app)));
    }

    private Uni<Begun> begin(LogInPlatform platform, PlatformEndpoints endpoints, PlatformApp app) {
        var state = Secret.random();
        var browser = Secret.random();
        var row = Tuple.of(state.hash(), browser.hash(), platform.name().value(), app.id())
                .addString(platform.ownSecret(app).orElse(null))
                .addOffsetDateTime(now().plus(LASTS));
        var request = new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(app.id()))
                .endpointURI(URI.create(endpoints.authorization().toString()))
                .redirectionURI(platform.wayBack(server))
                .scope(platform.scope().orElse(null))
                .state(new State(state.written()))
                .codeChallenge(new CodeVerifier(browser.written()), CodeChallengeMethod.S256)
                .build();
        return transactions
                .run(connection -> Sql.run(connection, BEGIN, row))
                .replaceWith(new Begun(platform, request.toURI().toString(), browser));
    }

    /** Who came back from the platform of that name. Fails with {@link LogInRefused}; the log-in is over all the same. */
    Uni<PlatformUser> end(String name, CameBack answer) {
        var platform = platforms.named(name);
        var browser = answer.browser().orElseThrow(LogInRefused.NotBegunHere::new);
        return taken(platform, answer, browser)
                .chain(app -> discover.endpoints(platform)
                        .chain(endpoints -> who(platform, endpoints, app, answer, browser)));
    }

    private Uni<PlatformApp> taken(LogInPlatform platform, CameBack answer, Secret browser) {
        var state = answer.state().orElseThrow(LogInRefused.NotBegunHere::new);
        var values = Tuple.of(state.hash(), browser.hash(), platform.name().value(), now());
        return transactions
                .run(connection -> Sql.first(connection, END, values, row -> app(platform, row)))
                .map(found -> found.flatMap(Function.identity()).orElseThrow(LogInRefused.NotBegunHere::new));
    }

    /** The application with which it was begun; empty when the operator has set another one meanwhile. */
    private static Optional<PlatformApp> app(LogInPlatform platform, Row row) {
        var id = row.getString("client_id");
        return Optional.ofNullable(row.getString("client_secret"))
                .map(secret -> new PlatformApp(id, Optional.of(secret)))
                .or(() -> LogInPlatform.application(platform.settings())
                        .filter(app -> app.id().equals(id)));
    }

    private Uni<PlatformUser> who(
            LogInPlatform platform, PlatformEndpoints endpoints, PlatformApp app, CameBack answer, Secret browser) {
        var code = answer.codeOf(platform, endpoints);
        return askForToken
                .by(platform, endpoints, app, code, browser)
                .chain(token -> askWhoCame.with(token, platform, endpoints, app));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

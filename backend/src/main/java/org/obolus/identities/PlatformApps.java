package org.obolus.identities;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.web.Fetched;
import org.obolus.web.Neighbourhood;
import org.obolus.web.WebUrl;

/**
 * Our applications on platforms: what the operator has set, or else what registered itself when it was first needed. A
 * server forgets applications that nobody uses, so an old one is asked about before people are sent there.
 */
@ApplicationScoped
class PlatformApps {

    private static final Duration BELIEVED = Duration.ofHours(1);
    private static final String FIND = """
            select client_id, client_secret, checked_at from platform_apps where platform = $1""";
    private static final String KEEP = """
            insert into platform_apps (platform, client_id, client_secret, checked_at) values ($1, $2, $3, $4)
            on conflict (platform) do update set client_id = excluded.client_id,
                client_secret = excluded.client_secret, checked_at = excluded.checked_at
            where platform_apps.client_id = $5""";
    private static final String CHECKED = """
            update platform_apps set checked_at = $3 where platform = $1 and client_id = $2""";

    private final Transactions transactions;
    private final CallPlatform call;
    private final AskAboutApp ask;
    private final ClaimLimits limits;
    private final ObjectMapper json;
    private final Clock clock;
    private final URI server;

    PlatformApps(
            Transactions transactions,
            CallPlatform call,
            AskAboutApp ask,
            ClaimLimits limits,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "obolus.url") URI server) {
        this.transactions = transactions;
        this.call = call;
        this.ask = ask;
        this.limits = limits;
        this.json = json;
        this.clock = clock;
        this.server = server;
    }

    private record Kept(PlatformApp app, OffsetDateTime checkedAt) {

        static Kept of(Row row) {
            var app = new PlatformApp(row.getString("client_id"), Optional.of(row.getString("client_secret")));
            return new Kept(app, row.getOffsetDateTime("checked_at"));
        }
    }

    /** Ready for people to be sent there. Fails with {@link LogInRefused}, or with TooManyRequests. */
    Uni<PlatformApp> ready(LogInPlatform platform, PlatformEndpoints endpoints, Neighbourhood here) {
        return LogInPlatform.application(platform.settings())
                .map(Uni.createFrom()::item)
                .orElseGet(() -> kept(platform)
                        .chain(found -> found.isEmpty()
                                ? registerFirst(platform, here)
                                : checked(platform, endpoints, here, found.get())));
    }

    private Uni<Optional<Kept>> kept(LogInPlatform platform) {
        return transactions.read(connection -> kept(connection, platform));
    }

    private static Uni<Optional<Kept>> kept(SqlClient client, LogInPlatform platform) {
        return Sql.first(client, FIND, Tuple.of(platform.name().value()), Kept::of);
    }

    private Uni<PlatformApp> checked(
            LogInPlatform platform, PlatformEndpoints endpoints, Neighbourhood here, Kept kept) {
        if (kept.checkedAt().isAfter(now().minus(BELIEVED))) {
            return Uni.createFrom().item(kept.app());
        }
        return ask.isKnown(platform, endpoints, kept.app())
                .chain(known -> known
                        ? remember(platform, kept.app())
                        : register(platform, here, kept.app().id()));
    }

    private Uni<PlatformApp> remember(LogInPlatform platform, PlatformApp app) {
        var values = Tuple.of(platform.name().value(), app.id(), now());
        return transactions
                .run(connection -> Sql.run(connection, CHECKED, values))
                .replaceWith(app);
    }

    /** Whoever has never been met here may have been mistyped. */
    private Uni<PlatformApp> registerFirst(LogInPlatform platform, Neighbourhood here) {
        return register(platform, here, "")
                .onFailure(failure ->
                        failure instanceof LogInRefused.NotAnswered || failure instanceof LogInRefused.NotUnderstood)
                .transform(failure -> new LogInRefused.NotAServer(platform, failure.getMessage()));
    }

    /** In place of the one that is refused, if that is still there: of two who do this at once the first one's stays. */
    private Uni<PlatformApp> register(LogInPlatform platform, Neighbourhood here, String refused) {
        Log.infof("An application of ours registers itself on %s", platform.name());
        return limits.registration(here)
                .chain(() -> registered(platform))
                .chain(app -> transactions.run(connection ->
                        Sql.run(connection, KEEP, row(platform, app, refused)).chain(() -> kept(connection, platform))))
                .map(found -> found.orElseThrow().app());
    }

    private Uni<PlatformApp> registered(LogInPlatform platform) {
        return call.send(platform, registration(platform))
                .map(answer -> registered(platform, answer))
                .onFailure()
                .call(limits::registrationFailed);
    }

    private Tuple row(LogInPlatform platform, PlatformApp app, String refused) {
        return Tuple.of(platform.name().value(), app.id(), app.secret().orElseThrow(), now(), refused);
    }

    private HTTPRequest registration(LogInPlatform platform) {
        var address = platform.address(platform.settings().registration())
                .map(WebUrl::toString)
                .orElseThrow();
        var request = new HTTPRequest(HTTPRequest.Method.POST, URI.create(address));
        request.setHeader("Content-Type", "application/x-www-form-urlencoded");
        request.setBody(URLUtils.serializeParameters(Map.of(
                "client_name", List.of("Obolus at " + server.getHost()),
                "redirect_uris", List.of(platform.wayBack(server.toString()).toString()),
                "scopes", List.of(platform.settings().scope().orElse("")),
                "website", List.of(server.toString()))));
        return request;
    }

    private PlatformApp registered(LogInPlatform platform, Fetched answer) {
        try {
            var said = json.readTree(answer.body());
            var id = said.path("client_id").asText();
            var secret = said.path("client_secret").asText();
            if (answer.isOk() && isKeepable(id) && isKeepable(secret)) {
                return new PlatformApp(id, Optional.of(secret));
            }
        } catch (IOException unreadable) {
            Log.infof("%s registered nothing that can be read", platform.name());
        }
        throw new LogInRefused.NotUnderstood(platform);
    }

    private static boolean isKeepable(String written) {
        return written.matches("[\\x21-\\x7e]{1,500}");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

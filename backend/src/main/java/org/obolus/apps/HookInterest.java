package org.obolus.apps;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.obolus.database.Sql;

/**
 * Remembers for a second which events anybody wants to hear of at all, so that a server without web hooks pays nothing
 * for them.
 */
@ApplicationScoped
class HookInterest {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final String WANTED = """
        select event from unnest($1::text[]) event
        where exists (select from hook_endpoints e where e.events @> array[event] and e.disabled_at is null)\
        """;
    private static final String[] EVENTS = Stream.concat(
                    HookEvent.all().stream().map(HookEvent::toString), Stream.of(HookEndpoint.PARTNER_EVENT))
            .toArray(String[]::new);

    private final Clock clock;
    private volatile Known known = new Known(Set.of(), Instant.EPOCH);

    HookInterest(Clock clock) {
        this.clock = clock;
    }

    private record Known(Set<String> wanted, Instant at) {}

    Uni<Boolean> in(SqlConnection connection, String event) {
        return known.at.plus(REMEMBERED).isAfter(clock.instant())
                ? Uni.createFrom().item(known.wanted.contains(event))
                : read(connection).map(wanted -> wanted.contains(event));
    }

    /** What has just been changed on this server holds at once. */
    void forget() {
        known = new Known(Set.of(), Instant.EPOCH);
    }

    private Uni<Set<String>> read(SqlConnection connection) {
        var at = clock.instant();
        return Sql.list(connection, WANTED, Tuple.tuple().addArrayOfString(EVENTS), row -> row.getString("event"))
                .map(events -> events.stream().collect(Collectors.toUnmodifiableSet()))
                .invoke(wanted -> known = new Known(wanted, at));
    }
}

package org.obolus.accounts;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.obolus.database.ChangeFeed;
import org.obolus.database.Transactions;
import org.obolus.problems.Unacceptable;

/** Which grants have ended before their tokens expire: known here at once, on every other server within a second. */
@ApplicationScoped
class EndedGrants {

    private static final String ENDED_SINCE = """
            select pg_snapshot_xmin(pg_current_snapshot())::text as mark,
                   array(select id from grants where ended_in >= $1::text::xid8 and expires_at > now()) as ended""";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Set<UUID> ended = ConcurrentHashMap.newKeySet();
    private final ChangeFeed feed;

    EndedGrants(Transactions transactions, Clock clock) {
        feed = new ChangeFeed(transactions, clock, ENDED_SINCE, this::remember);
    }

    void start(Vertx vertx) {
        feed.start(vertx);
    }

    void stop(@Observes ShutdownEvent end) {
        feed.stop();
    }

    /** Waits a moment where the database was slow to answer, so that {@link #includes} need not refuse. */
    Uni<Void> untilKnown() {
        return feed.untilFresh(PATIENCE);
    }

    /** @throws Unacceptable.Overloaded when the database has not been heard of for a second: nobody is let in blindly */
    boolean includes(UUID grant) {
        if (!feed.isFresh()) {
            throw new Unacceptable.Overloaded(1);
        }
        return ended.contains(grant);
    }

    void add(UUID grant) {
        ended.add(grant);
    }

    private void remember(Row row) {
        ended.addAll(Arrays.asList(row.getArrayOfUUIDs("ended")));
    }
}

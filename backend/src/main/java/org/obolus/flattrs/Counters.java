package org.obolus.flattrs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.obolus.database.Batches;
import org.obolus.database.ChangeFeed;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.things.ThingId;

/**
 * The counts of things as this server remembers them: kept current by what batches of clicks tell, whichever server
 * wrote them, so that a popular page costs the database nothing.
 */
@ApplicationScoped
class Counters {

    private static final int REMEMBERED = 500_000;
    private static final String CHANGED = """
            with changed as (
                select c.* from counters c
                where c.thing_id in (select unnest(things) from counter_changes where written_in >= $1::text::xid8))
            select pg_snapshot_xmin(pg_current_snapshot())::text as mark,
                   array(select thing_id from changed order by thing_id) as things,
                   array(select flattrs from changed order by thing_id) as flattrs,
                   array(select supporters from changed order by thing_id) as supporters""";
    private static final String LOAD = "select * from counters where thing_id = any($1)";

    private final Transactions transactions;
    private final ChangeFeed feed;
    private final Cache<Long, Count> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final AtomicLong readings = new AtomicLong();
    private final Batches<ThingId, Count> loads = new Batches<>(this::load);

    Counters(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        feed = new ChangeFeed(transactions, clock, CHANGED, this::follow);
    }

    void begin(@Observes StartupEvent start, Vertx vertx) {
        feed.start(vertx);
    }

    void end(@Observes ShutdownEvent end) {
        feed.stop();
    }

    Uni<Count> of(ThingId thing) {
        var known = known(thing.value());
        return known != null ? Uni.createFrom().item(known) : loads.add(thing);
    }

    private Uni<List<Count>> load(List<ThingId> things) {
        return all(things).map(counts -> things.stream().map(counts::get).toList());
    }

    /** The count if it is known without asking the database, else null. */
    Count known(long thing) {
        return feed.isFresh() ? remembered.getIfPresent(thing) : null;
    }

    /** The counts of all these things; what was never flattred counts zero. */
    Uni<Map<ThingId, Count>> all(List<ThingId> things) {
        var reading = readings.get();
        var ids = things.stream().map(ThingId::value).distinct().toArray(Long[]::new);
        return transactions
                .read(connection -> Sql.list(connection, LOAD, Tuple.of(ids), Counters::count))
                .map(counts -> counts.stream().collect(Collectors.toMap(Count::thing, Function.identity())))
                .map(found -> things.stream()
                        .distinct()
                        .collect(Collectors.toMap(
                                Function.identity(), thing -> found.getOrDefault(thing, Count.none(thing)))))
                .invoke(counts -> remember(counts, reading));
    }

    /** Not when the feed has moved on meanwhile: it may have told already what this read did not see. */
    private void remember(Map<ThingId, Count> counts, long reading) {
        if (feed.isFresh() && readings.get() == reading) {
            counts.forEach((thing, count) -> remembered.put(thing.value(), count));
        }
    }

    private void follow(Row row) {
        readings.incrementAndGet();
        if (!feed.isFresh()) {
            remembered.invalidateAll();
        }
        var things = row.getArrayOfLongs("things");
        var flattrs = row.getArrayOfLongs("flattrs");
        var supporters = row.getArrayOfLongs("supporters");
        for (int i = 0; i < things.length; i++) {
            var count = new Count(new ThingId(things[i]), flattrs[i], supporters[i]);
            remembered.asMap().computeIfPresent(things[i], (thing, old) -> count);
        }
    }

    private static Count count(Row row) {
        return new Count(new ThingId(row.getLong("thing_id")), row.getLong("flattrs"), row.getLong("supporters"));
    }
}

package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.obolus.calendar.Month;
import org.obolus.things.ThingId;

/** Tells whoever listens what a batch of clicks did, or one that was taken back. */
@ApplicationScoped
class TellOfFlattrs {

    private final Clock clock;
    private final Instance<FlattrsTold> listeners;

    TellOfFlattrs(Clock clock, @Any Instance<FlattrsTold> listeners) {
        this.clock = clock;
        this.listeners = listeners;
    }

    Uni<Void> given(SqlConnection connection, Month month, List<Outcome> outcomes) {
        var things = outcomes.stream()
                .map(Outcome::flattr)
                .filter(Objects::nonNull)
                .map(flattr -> new TouchedThing(flattr.thing(), flattr.givenAt()))
                .toList();
        var told = Uni.createFrom().voidItem();
        if (!things.isEmpty()) {
            for (var listener : listeners) {
                told = told.chain(() -> listener.given(connection, month, things));
            }
        }
        return told;
    }

    Uni<Void> takenBack(SqlConnection connection, Month month, ThingId thing, int taken) {
        var told = Uni.createFrom().voidItem();
        if (taken > 0) {
            var things = List.of(new TouchedThing(thing, clock.instant()));
            for (var listener : listeners) {
                told = told.chain(() -> listener.takenBack(connection, month, things));
            }
        }
        return told;
    }
}

package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.obolus.accounts.AccountId;
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

    Uni<Void> given(SqlConnection connection, Month month, List<Click> clicks, List<Outcome> outcomes) {
        var things = IntStream.range(0, clicks.size())
                .filter(place -> outcomes.get(place).flattr() != null)
                .mapToObj(
                        place -> touched(clicks.get(place), outcomes.get(place).flattr()))
                .toList();
        return things.isEmpty()
                ? Uni.createFrom().voidItem()
                : tell(listener -> listener.given(connection, month, things));
    }

    Uni<Void> takenBack(SqlConnection connection, Month month, AccountId supporter, ThingId thing) {
        var things = List.of(new TouchedThing(thing, clock.instant(), supporter));
        return tell(listener -> listener.takenBack(connection, month, things));
    }

    Uni<Void> voided(SqlConnection connection, long identity) {
        return tell(listener -> listener.voided(connection, identity));
    }

    private Uni<Void> tell(Function<FlattrsTold, Uni<Void>> what) {
        var told = Uni.createFrom().voidItem();
        for (var listener : listeners) {
            told = told.chain(() -> what.apply(listener));
        }
        return told;
    }

    private static TouchedThing touched(Click click, Flattr flattr) {
        return new TouchedThing(flattr.thing(), flattr.givenAt(), click.supporter());
    }
}

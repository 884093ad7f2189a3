package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.obolus.calendar.Month;
import org.obolus.flattrs.AppLimits.ByApp;

/**
 * Gives what people's apps may give, and everything else as it comes.
 *
 * <p>Clicks of one batch take their places in order; the places of those that come to nothing go to the next ones. A batch
 * without clicks of apps costs no more than before there were any.
 */
@ApplicationScoped
class GiveWithinLimits {

    private final GiveFlattrs giveFlattrs;
    private final AppLimits limits;

    GiveWithinLimits(GiveFlattrs giveFlattrs, AppLimits limits) {
        this.giveFlattrs = giveFlattrs;
        this.limits = limits;
    }

    /** What became of each click, in order. */
    Uni<List<Outcome>> give(SqlConnection connection, Month month, List<Click> clicks) {
        var byApps = clicks.stream().filter(click -> click.app() != null).toList();
        return byApps.isEmpty()
                ? giveFlattrs.give(connection, month, clicks)
                : limits.hold(connection, month, names(byApps))
                        .chain(room -> give(connection, month, clicks, over(clicks, room)));
    }

    /** Fails with {@link FlattrRefused.AppLimit} when it is an app's wish, and the app has no place left this month. */
    Uni<Void> require(SqlConnection connection, Month month, Giver giver) {
        return name(giver)
                .map(app -> limits.hold(connection, month, List.of(app))
                        .invoke(room -> requireRoom(room.get(app)))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** As {@link #require}, and takes that place for what is no flattr of this month. */
    Uni<Void> take(SqlConnection connection, Month month, Giver giver) {
        return require(connection, month, giver)
                .chain(() -> name(giver)
                        .map(app -> limits.given(connection, month, List.of(app)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Optional<ByApp> name(Giver giver) {
        return giver.app().map(app -> new ByApp(giver.supporter(), app));
    }

    private static void requireRoom(int room) {
        if (room <= 0) {
            throw new FlattrRefused.AppLimit();
        }
    }

    private Uni<List<Outcome>> give(SqlConnection connection, Month month, List<Click> clicks, List<Integer> over) {
        var within = IntStream.range(0, clicks.size())
                .boxed()
                .filter(place -> !over.contains(place))
                .toList();
        return giveFlattrs
                .give(connection, month, at(within, clicks))
                .call(outcomes -> count(connection, month, at(within, clicks), outcomes))
                .chain(outcomes -> rest(
                                connection, month, at(over, clicks), placesAreLeft(at(within, clicks), outcomes))
                        .map(others -> inOrder(within, outcomes, over, others)));
    }

    private Uni<List<Outcome>> rest(SqlConnection connection, Month month, List<Click> clicks, boolean placesAreLeft) {
        return placesAreLeft && !clicks.isEmpty() ? give(connection, month, clicks) : refuse(connection, month, clicks);
    }

    private static boolean placesAreLeft(List<Click> clicks, List<Outcome> outcomes) {
        return IntStream.range(0, clicks.size())
                .anyMatch(place ->
                        clicks.get(place).app() != null && !outcomes.get(place).isNew());
    }

    /** The places of those for which there is no room. */
    private static List<Integer> over(List<Click> clicks, Map<ByApp, Integer> room) {
        var left = new HashMap<>(room);
        var over = new ArrayList<Integer>();
        for (int place = 0; place < clicks.size(); place++) {
            var click = clicks.get(place);
            if (click.app() != null && left.merge(name(click), -1, Integer::sum) < 0) {
                over.add(place);
            }
        }
        return over;
    }

    private Uni<Void> count(SqlConnection connection, Month month, List<Click> clicks, List<Outcome> outcomes) {
        var given = IntStream.range(0, clicks.size())
                .filter(place ->
                        outcomes.get(place).isNew() && clicks.get(place).app() != null)
                .mapToObj(clicks::get)
                .toList();
        return given.isEmpty() ? Uni.createFrom().voidItem() : limits.given(connection, month, names(given));
    }

    private Uni<List<Outcome>> refuse(SqlConnection connection, Month month, List<Click> clicks) {
        var refused = clicks.stream()
                .map(click -> Outcome.refused(click, month, "app_limit"))
                .toList();
        return giveFlattrs.forgiveRepetition(connection, month, clicks, refused);
    }

    private static List<Outcome> inOrder(
            List<Integer> some, List<Outcome> outcomes, List<Integer> others, List<Outcome> refused) {
        var all = new Outcome[some.size() + others.size()];
        IntStream.range(0, some.size()).forEach(i -> all[some.get(i)] = outcomes.get(i));
        IntStream.range(0, others.size()).forEach(i -> all[others.get(i)] = refused.get(i));
        return List.of(all);
    }

    private static List<Click> at(List<Integer> places, List<Click> clicks) {
        return places.stream().map(clicks::get).toList();
    }

    private static List<ByApp> names(List<Click> clicks) {
        return clicks.stream().map(GiveWithinLimits::name).toList();
    }

    private static ByApp name(Click click) {
        return new ByApp(click.supporter(), click.app());
    }
}

package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.obolus.calendar.Month;
import org.obolus.flattrs.AppLimits.ByApp;

/**
 * Gives what people's apps may give, and everything else as it comes.
 *
 * <p>However many clicks come to nothing, a batch is written once, by the one statement that keeps the order of the keys.
 * A batch without clicks of apps costs no more than before there were any.
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
                        .map(room -> new Places(clicks, room))
                        .chain(places -> hopeless(connection, month, clicks, places.contested())
                                .map(places::refusals))
                        .chain(refusals -> give(connection, month, clicks, refusals));
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

    /** Of these, those that cannot count and so take nobody's place, and why. */
    private Uni<Map<Integer, String>> hopeless(
            SqlConnection connection, Month month, List<Click> clicks, List<Integer> contested) {
        return contested.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : giveFlattrs
                        .judge(connection, month, at(contested, clicks))
                        .map(found -> found.entrySet().stream()
                                .collect(
                                        Collectors.toMap(entry -> contested.get(entry.getKey()), Map.Entry::getValue)));
    }

    private Uni<List<Outcome>> give(
            SqlConnection connection, Month month, List<Click> clicks, SortedMap<Integer, String> refusals) {
        var refused = List.copyOf(refusals.keySet());
        var given = IntStream.range(0, clicks.size())
                .boxed()
                .filter(place -> !refusals.containsKey(place))
                .toList();
        return giveAll(connection, month, at(given, clicks))
                .chain(outcomes -> refuse(connection, month, at(refused, clicks), List.copyOf(refusals.values()))
                        .map(others -> inOrder(given, outcomes, refused, others)));
    }

    private Uni<List<Outcome>> giveAll(SqlConnection connection, Month month, List<Click> clicks) {
        return clicks.isEmpty()
                ? Uni.createFrom().item(List.of())
                : giveFlattrs
                        .give(connection, month, clicks)
                        .call(outcomes -> count(connection, month, clicks, outcomes));
    }

    private Uni<Void> count(SqlConnection connection, Month month, List<Click> clicks, List<Outcome> outcomes) {
        var given = IntStream.range(0, clicks.size())
                .filter(place ->
                        outcomes.get(place).isNew() && clicks.get(place).app() != null)
                .mapToObj(clicks::get)
                .toList();
        return given.isEmpty() ? Uni.createFrom().voidItem() : limits.given(connection, month, names(given));
    }

    private Uni<List<Outcome>> refuse(
            SqlConnection connection, Month month, List<Click> clicks, List<String> refusals) {
        var refused = IntStream.range(0, clicks.size())
                .mapToObj(place -> Outcome.refused(clicks.get(place), month, refusals.get(place)))
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
        return clicks.stream().map(Places::name).toList();
    }
}

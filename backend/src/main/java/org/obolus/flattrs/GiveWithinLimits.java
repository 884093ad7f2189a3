package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.obolus.calendar.Month;
import org.obolus.flattrs.AppLimits.ByApp;

/**
 * Gives what people's apps may give, and everything else as it comes.
 *
 * <p>Clicks of one batch take their places in order: one that comes to nothing has still used its own, until the next
 * batch. A batch without clicks of apps costs no more than before there were any.
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

    private Uni<List<Outcome>> give(SqlConnection connection, Month month, List<Click> clicks, List<Integer> over) {
        var within = IntStream.range(0, clicks.size())
                .boxed()
                .filter(place -> !over.contains(place))
                .toList();
        return giveFlattrs
                .give(connection, month, at(within, clicks))
                .call(outcomes -> count(connection, month, at(within, clicks), outcomes))
                .chain(outcomes -> refuse(connection, month, at(over, clicks))
                        .map(refused -> inOrder(within, outcomes, over, refused)));
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

package org.obolus.flattrs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.obolus.accounts.AccountId;
import org.obolus.flattrs.AppLimits.ByApp;
import org.obolus.things.ThingId;

/**
 * Who of a batch gets the places that apps have left: in order, each of those that can count.
 *
 * @param room how many more each app may give
 */
record Places(List<Click> clicks, Map<ByApp, Integer> room) {

    /** What can be flattred once. */
    private record Flattrable(AccountId supporter, ThingId thing) {}

    /** Where those stand for whom the places are too few, but of whom some get one: only there it matters who can count. */
    List<Integer> contested() {
        var asked = clicks.stream()
                .filter(click -> click.app() != null)
                .collect(Collectors.groupingBy(Places::name, Collectors.counting()));
        return IntStream.range(0, clicks.size())
                .filter(place -> clicks.get(place).app() != null)
                .filter(place -> isTooLittle(room.get(name(clicks.get(place))), asked.get(name(clicks.get(place)))))
                .boxed()
                .toList();
    }

    private static boolean isTooLittle(int room, long asked) {
        return 0 < room && room < asked;
    }

    /**
     * Where those stand that are not to be given, and why. What cannot count leaves its place to the next and is left
     * out itself: it might count by the time it is written. A second click on what is given takes no place either.
     *
     * @param hopeless where those of the contested stand that cannot count, and why
     */
    SortedMap<Integer, String> refusals(Map<Integer, String> hopeless) {
        var refusals = new TreeMap<>(hopeless);
        var left = new HashMap<>(room);
        var given = new HashSet<Flattrable>();
        for (int place = 0; place < clicks.size(); place++) {
            var click = clicks.get(place);
            var wanted = new Flattrable(click.supporter(), click.thing());
            if (hopeless.containsKey(place) || given.contains(wanted)) {
                continue;
            }
            if (click.app() == null || left.merge(name(click), -1, Integer::sum) >= 0) {
                given.add(wanted);
            } else {
                refusals.put(place, "app_limit");
            }
        }
        return refusals;
    }

    static ByApp name(Click click) {
        return new ByApp(click.supporter(), click.app());
    }
}

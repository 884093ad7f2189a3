package org.obolus.things;

import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.obolus.identities.SiteHost;
import org.obolus.problems.Problem;

/** What one call wants to register, in its order; what cannot be read is refused alone. */
record Wishes(List<One> all) {

    static final int MOST = 500;

    private static final Changes.Written NO_TEXTS = new Changes.Written(null, null, null, null, null, null);

    /** One of them: a wish, or why it is none. */
    record One(String url, Wish wish, Problem refusal) {

        private static One of(Draft draft, Predicate<ThingUrl> isAboutAPerson) {
            try {
                var texts = draft.texts() == null ? NO_TEXTS : draft.texts();
                var url = ThingUrl.of(draft.url());
                if (isAboutAPerson.test(url)) {
                    throw new ThingRefused.OfAPerson(url);
                }
                return new One(draft.url(), new Wish(url, Changes.of(texts)), null);
            } catch (Problem refusal) {
                return new One(draft.url(), null, refusal);
            }
        }
    }

    /** A thing as it is after the call, and what the call did to it. */
    record Met(Outcome.Status status, Thing thing) {

        static Met of(Row row) {
            return new Met(Outcome.Status.of(row.getString("outcome")), Thing.of(row));
        }

        String key() {
            return thing.url().key();
        }
    }

    /** @throws ThingRefused.TooManyThings when one call cannot carry them */
    static Wishes read(List<Draft> drafts, Predicate<ThingUrl> isAboutAPerson) {
        if (drafts.size() > MOST) {
            throw new ThingRefused.TooManyThings(MOST);
        }
        return new Wishes(
                drafts.stream().map(draft -> One.of(draft, isAboutAPerson)).toList());
    }

    /** Each thing once, in the order of the keys. */
    Map<String, Wish> byKey() {
        var byKey = new TreeMap<String, Wish>();
        for (var one : all) {
            if (one.wish != null) {
                byKey.merge(one.wish.key(), one.wish, Wish::then);
            }
        }
        return byKey;
    }

    Set<SiteHost> sites() {
        return byKey().values().stream().map(wish -> wish.url().site()).collect(Collectors.toSet());
    }

    /** A thing that was sent more than once has its outcome where it was sent first. */
    List<Outcome> outcomes(Map<String, Met> met) {
        var told = new HashSet<String>();
        var outcomes = new ArrayList<Outcome>();
        for (var one : all) {
            outcomes.add(one.wish == null ? Outcome.refused(one.url, one.refusal) : outcome(one, met, told));
        }
        return outcomes;
    }

    private static Outcome outcome(One one, Map<String, Met> met, HashSet<String> told) {
        var found = met.get(one.wish.key());
        var isFirst = told.add(one.wish.key());
        return Outcome.of(one.url, isFirst ? found.status : Outcome.Status.UNCHANGED, found.thing);
    }
}

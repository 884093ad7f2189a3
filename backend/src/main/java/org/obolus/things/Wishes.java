package org.obolus.things;

import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.obolus.identities.SiteHost;
import org.obolus.problems.Problem;
import org.obolus.web.WebUrl;

/** What one call wants to register, in its order; what cannot be read is refused alone. */
record Wishes(List<One> all) {

    static final int MOST = 500;

    private static final Changes.Written NO_TEXTS = new Changes.Written(null, null, null, null, null, null);

    /** One of them: a wish, or why it is none. */
    record One(String url, Wish wish, Problem refusal) {

        private static One of(Draft draft) {
            try {
                var texts = draft.texts() == null ? NO_TEXTS : draft.texts();
                return new One(draft.url(), new Wish(ThingUrl.of(draft.url()), Changes.of(texts)), null);
            } catch (Problem refusal) {
                return new One(draft.url(), null, refusal);
            }
        }

        private One meaning(UnaryOperator<Wish> meant) {
            try {
                return wish == null ? this : new One(url, meant.apply(wish), null);
            } catch (Problem unknown) {
                return new One(url, null, unknown);
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
    static Wishes read(List<Draft> drafts) {
        if (drafts.size() > MOST) {
            throw new ThingRefused.TooManyThings(MOST);
        }
        return new Wishes(drafts.stream().map(One::of).toList());
    }

    /** Each thing once, in the order of the keys. */
    Map<String, Wish> byKey() {
        var byKey = new TreeMap<String, Wish>();
        wished().forEach(wish -> byKey.merge(wish.key(), wish, Wish::then));
        return byKey;
    }

    List<WebUrl> pages() {
        return wished().map(wish -> wish.url().page()).distinct().toList();
    }

    /** Where those are that are nobody's own pages. */
    Set<SiteHost> sites() {
        return wished().filter(wish -> wish.person().isEmpty())
                .map(wish -> wish.url().site())
                .collect(Collectors.toSet());
    }

    private Stream<Wish> wished() {
        return all.stream().map(One::wish).filter(Objects::nonNull);
    }

    /** The same with what each address means; what it fails with refuses that one alone. */
    Wishes meaning(UnaryOperator<Wish> meant) {
        return new Wishes(all.stream().map(one -> one.meaning(meant)).toList());
    }

    /** A thing that was sent more than once has its outcome where it was sent first. */
    List<Outcome> outcomes(Map<String, Met> met) {
        var told = new HashSet<String>();
        var outcomes = new ArrayList<Outcome>();
        for (var one : all) {
            if (one.wish == null) {
                outcomes.add(Outcome.refused(one.url, one.refusal));
            } else {
                outcomes.add(outcome(one, met, told));
            }
        }
        return outcomes;
    }

    private static Outcome outcome(One one, Map<String, Met> met, HashSet<String> told) {
        var found = met.get(one.wish.key());
        var isFirst = told.add(one.wish.key());
        return Outcome.of(one.url, isFirst ? found.status : Outcome.Status.UNCHANGED, found.thing);
    }
}

package org.obolus.flattrapi;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.PageWish;
import org.obolus.flattrs.Subscription;
import org.obolus.flattrs.Subscriptions;
import org.obolus.social.Part;
import org.obolus.things.Things;

/** A person's subscriptions by the number of the page, which our own lists do not have. */
@ApplicationScoped
class ReadSubscriptions {

    private final Subscriptions subscriptions;
    private final Things things;
    private final ReadObjects objects;

    ReadSubscriptions(Subscriptions subscriptions, Things things, ReadObjects objects) {
        this.subscriptions = subscriptions;
        this.things = things;
        this.objects = objects;
    }

    Uni<List<Map<String, Object>>> of(AccountId me, Reading reading) {
        var part = reading.part();
        return upTo(me, part.page() * part.limit(), new PageWish(PageWish.MOST, Optional.empty()), List.of())
                .map(all -> cut(all, part))
                .chain(some -> things.all(some.stream().map(Subscription::thing).toList())
                        .chain(found -> objects.subscriptions(some, found, reading)));
    }

    private Uni<List<Subscription>> upTo(AccountId me, int end, PageWish wish, List<Subscription> before) {
        return subscriptions.of(me, wish).chain(page -> {
            var all = new ArrayList<>(before);
            all.addAll(page.items());
            return all.size() >= end || page.next().isEmpty()
                    ? Uni.createFrom().item(all)
                    : upTo(me, end, new PageWish(PageWish.MOST, page.next()), all);
        });
    }

    private static List<Subscription> cut(List<Subscription> all, Part part) {
        var begin = Math.min(all.size(), (part.page() - 1) * part.limit());
        return List.copyOf(all.subList(begin, Math.min(all.size(), begin + part.limit())));
    }
}

package org.obolus.buttons;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;
import org.obolus.accounts.Grant;
import org.obolus.flattrs.FlattrRefused;
import org.obolus.flattrs.Giver;
import org.obolus.flattrs.Subscription;
import org.obolus.flattrs.Subscriptions;
import org.obolus.flattrs.Term;
import org.obolus.things.ThingId;
import org.obolus.things.ThingUrl;

/**
 * Flattring every month from inside a page of another site.
 *
 * <p>What begins or goes on that way is worth more than one press, so it needs a browser that can tell that the choice
 * was in sight; elsewhere the person chooses on our own page. What ends needs nothing.
 */
@ApplicationScoped
class FrameSubscriptions {

    private final FrameClicks clicks;
    private final Presses presses;
    private final Subscriptions subscriptions;

    FrameSubscriptions(FrameClicks clicks, Presses presses, Subscriptions subscriptions) {
        this.clicks = clicks;
        this.presses = presses;
        this.subscriptions = subscriptions;
    }

    /** Flattrs now and in each following month; fails with {@link ButtonRefused} or {@link FlattrRefused}. */
    Uni<FrameState> make(Grant grant, ThingUrl url, Term term, boolean seen) {
        return clicks.state(grant, url)
                .chain(() -> inSight(
                        grant,
                        seen,
                        () -> subscriptions.make(Giver.of(grant), url, term).map(Subscriptions.Made::subscription)))
                .chain(() -> clicks.state(grant, url));
    }

    /** Goes on after a pause; fails with {@link ButtonRefused} or {@link FlattrRefused.NotSubscribed}. */
    Uni<FrameState> resume(Grant grant, ThingUrl url, boolean seen) {
        return change(grant, url, thing -> inSight(grant, seen, () -> subscriptions.resume(Giver.of(grant), thing)));
    }

    /** Skips the months from now on; fails with {@link FlattrRefused.NotSubscribed}. */
    Uni<FrameState> pause(Grant grant, ThingUrl url) {
        return change(grant, url, thing -> subscriptions.pause(grant.account(), thing));
    }

    /** Ends it for good; fails with {@link FlattrRefused.NotSubscribed}. */
    Uni<FrameState> stop(Grant grant, ThingUrl url) {
        return change(grant, url, thing -> subscriptions.stop(grant.account(), thing));
    }

    /** A page that is no thing yet has no subscription, so nothing is done to it. */
    private Uni<FrameState> change(Grant grant, ThingUrl url, Function<ThingId, Uni<?>> deed) {
        return clicks.state(grant, url)
                .call(before -> before.thing() == null ? Uni.createFrom().voidItem() : deed.apply(before.thing()))
                .chain(() -> clicks.state(grant, url));
    }

    private Uni<ThingId> inSight(Grant grant, boolean seen, Supplier<Uni<Subscription>> deed) {
        var site = SiteTokens.site(grant);
        if (!seen) {
            Log.infof("Account %s is asked again: a monthly flattr on %s, unseen", grant.account(), site);
            throw new ButtonRefused.ConfirmInWindow();
        }
        return presses.spend(grant.account(), site, true, () -> deed.get().map(Subscription::thing));
    }
}

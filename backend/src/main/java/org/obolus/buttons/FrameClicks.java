package org.obolus.buttons;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Grant;
import org.obolus.flattrs.Flattr;
import org.obolus.flattrs.FlattrRefused;
import org.obolus.flattrs.Subscriptions;
import org.obolus.problems.Problem;
import org.obolus.things.ThingUrl;
import org.obolus.web.WebConfig;

/** What a connected button does inside a page of its site. */
@ApplicationScoped
class FrameClicks {

    private final Buttons buttons;
    private final SiteRule siteRule;
    private final Presses presses;
    private final Subscriptions subscriptions;
    private final WebConfig web;

    FrameClicks(Buttons buttons, SiteRule siteRule, Presses presses, Subscriptions subscriptions, WebConfig web) {
        this.buttons = buttons;
        this.siteRule = siteRule;
        this.presses = presses;
        this.subscriptions = subscriptions;
        this.web = web;
    }

    /** The button as the person finds it whom the token names; fails with {@link ButtonRefused}. */
    Uni<FrameState> state(Grant grant, ThingUrl url) {
        return allowed(grant, url)
                .chain(target -> buttons.of(Optional.of(grant.account()), target, Place.ofPage(url)))
                .chain(button -> buttons.count(button)
                        .chain(count -> isSubscribed(grant.account(), button)
                                .map(subscribed -> FrameState.of(button, count, subscribed, web.currency()))));
    }

    private Uni<Boolean> isSubscribed(AccountId supporter, Button button) {
        return button.target()
                .thing()
                .map(thing -> subscriptions.of(supporter, thing.id()).map(Optional::isPresent))
                .orElse(Uni.createFrom().item(false));
    }

    /**
     * Flattrs for the person whom the token names; fails with {@link ButtonRefused} or {@link FlattrRefused}.
     *
     * @param seen whether the browser could tell that the button was in sight of whoever pressed it
     */
    Uni<FrameState> give(Grant grant, ThingUrl url, boolean seen) {
        return allowed(grant, url)
                .chain(() -> presses.take(grant.account(), site(grant), seen))
                .chain(press -> give(grant.account(), url, press))
                .chain(() -> state(grant, url));
    }

    /** Takes back what was flattred; does nothing when that is done. */
    Uni<FrameState> takeBack(Grant grant, ThingUrl url) {
        return allowed(grant, url)
                .chain(() -> buttons.takeBack(grant.account(), url))
                .chain(() -> state(grant, url));
    }

    /** A press that changes nothing, because it was done or refused, uses nothing up. */
    private Uni<Void> give(AccountId supporter, ThingUrl url, Presses.Press press) {
        return buttons.give(supporter, url)
                .map(Flattr::thing)
                .call(thing -> presses.counted(press, thing))
                .onFailure(Problem.class)
                .call(() -> presses.inVain(press))
                .replaceWithVoid()
                .onFailure(FlattrRefused.Once.class)
                .recoverWithNull();
    }

    private Uni<Target> allowed(Grant grant, ThingUrl url) {
        return buttons.target(url).call(target -> siteRule.check(site(grant), target));
    }

    private static SiteOrigin site(Grant grant) {
        return grant.site().map(SiteOrigin::of).orElseThrow(ButtonRefused.NotConnected::new);
    }
}

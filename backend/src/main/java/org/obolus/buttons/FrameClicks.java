package org.obolus.buttons;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Grant;
import org.obolus.flattrs.Flattr;
import org.obolus.flattrs.FlattrRefused;
import org.obolus.flattrs.Subscription;
import org.obolus.flattrs.Subscriptions;
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
                        .chain(count -> subscription(grant.account(), button)
                                .map(monthly -> FrameState.of(button, count, monthly, web.currency()))));
    }

    private Uni<Optional<Subscription>> subscription(AccountId supporter, Button button) {
        return button.target()
                .thing()
                .map(thing -> subscriptions.of(supporter, thing.id()))
                .orElse(Uni.createFrom().item(Optional.empty()));
    }

    /**
     * Flattrs for the person whom the token names; fails with {@link ButtonRefused} or {@link FlattrRefused}.
     *
     * @param seen whether the browser could tell that the button was in sight of whoever pressed it
     */
    Uni<FrameState> give(Grant grant, ThingUrl url, boolean seen) {
        return allowed(grant, url)
                .chain(() -> give(grant.account(), url, SiteTokens.site(grant), seen))
                .chain(() -> state(grant, url));
    }

    /** Takes back what was flattred; does nothing when that is done. */
    Uni<FrameState> takeBack(Grant grant, ThingUrl url) {
        return allowed(grant, url)
                .chain(() -> buttons.takeBack(grant.account(), url))
                .chain(() -> state(grant, url));
    }

    private Uni<Void> give(AccountId supporter, ThingUrl url, SiteOrigin site, boolean seen) {
        return presses.spend(
                        supporter,
                        site,
                        seen,
                        () -> buttons.give(supporter, url).map(Flattr::thing))
                .replaceWithVoid()
                .onFailure(FlattrRefused.Once.class)
                .recoverWithNull();
    }

    private Uni<Target> allowed(Grant grant, ThingUrl url) {
        return buttons.target(Optional.of(grant.account()), url)
                .call(target -> siteRule.check(SiteTokens.site(grant), target));
    }
}

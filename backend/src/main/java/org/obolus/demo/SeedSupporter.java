package org.obolus.demo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.budgets.Budgets;
import org.obolus.database.KeyedRequest;
import org.obolus.flattrs.FlattrRefused;
import org.obolus.flattrs.Flattrs;
import org.obolus.flattrs.Giver;
import org.obolus.money.Money;
import org.obolus.payments.NewDeposit;
import org.obolus.payments.Payments;
import org.obolus.things.ThingUrl;
import org.obolus.web.NextPage;

/** Gives somebody funds of play money, a budget and first flattrs; whoever has a budget is left alone. */
@ApplicationScoped
class SeedSupporter {

    private static final String ROUTE = "demo";

    private final Budgets budgets;
    private final Payments payments;
    private final Flattrs flattrs;
    private final DemoSites sites;

    SeedSupporter(Budgets budgets, Payments payments, Flattrs flattrs, DemoSites sites) {
        this.budgets = budgets;
        this.payments = payments;
        this.flattrs = flattrs;
        this.sites = sites;
    }

    Uni<Void> prepare(AccountId id, DemoPerson person) {
        return budgets.means(id)
                .chain(means -> means.budget().isPresent()
                        ? Uni.createFrom().voidItem()
                        : topUp(id, person.funds())
                                .chain(() -> budgets.set(id, person.budget().orElseThrow()))
                                .chain(() -> flattr(id, person)));
    }

    /** Under one key, so that a start that was cut short does not pay twice. */
    private Uni<Void> topUp(AccountId id, Money amount) {
        var request = KeyedRequest.of(id.value(), ROUTE, "first-top-up", amount);
        return payments.start(new NewDeposit(id, amount, NextPage.of("/dashboard")), request)
                .chain(deposit ->
                        payments.paid(deposit.provider(), deposit.checkout().reference()))
                .replaceWithVoid();
    }

    private Uni<Void> flattr(AccountId id, DemoPerson person) {
        return Seed.eachOf(
                person.flattred(sites.blog(), sites.news()),
                address -> flattrs.give(Giver.of(id), ThingUrl.of(address), Optional.empty())
                        .replaceWithVoid()
                        .onFailure(FlattrRefused.class)
                        .recoverWithNull());
    }
}

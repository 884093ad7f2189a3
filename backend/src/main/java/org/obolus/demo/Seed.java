package org.obolus.demo;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Accounts;
import org.obolus.identities.Identities;
import org.obolus.identities.SiteHost;

/** Fills the demo through the doors that people use; what is there stays, so that every start can run it. */
@ApplicationScoped
class Seed {

    private final Accounts accounts;
    private final Identities identities;
    private final SeedPosts posts;
    private final SeedSupporter supporter;
    private final DemoSites sites;

    Seed(Accounts accounts, Identities identities, SeedPosts posts, SeedSupporter supporter, DemoSites sites) {
        this.accounts = accounts;
        this.identities = identities;
        this.posts = posts;
        this.supporter = supporter;
        this.sites = sites;
    }

    Uni<Void> plant() {
        return person(DemoPerson.ALICE)
                .call(this::prove)
                .chain(posts::register)
                .chain(() -> eachOf(List.of(DemoPerson.BOB, DemoPerson.CAROL, DemoPerson.DAVE), this::support))
                .chain(() -> person(DemoPerson.OLGA))
                .chain(() -> accounts.grantOperator(DemoPerson.OLGA.username()));
    }

    static <T> Uni<Void> eachOf(List<T> all, Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<AccountId> person(DemoPerson person) {
        return accounts.named(person.username())
                .chain(found -> found.map(id -> Uni.createFrom().item(id))
                        .orElseGet(() -> accounts.create(person.username(), person.email(), person.password())));
    }

    /** The real proof: the token stands in a file of the blog, and the guarded client fetches it from there. */
    private Uni<Void> prove(AccountId alice) {
        var site = SiteHost.of(sites.blog().address());
        return identities
                .ask(alice, site)
                .chain(() -> identities.verify(alice, site))
                .replaceWithVoid();
    }

    private Uni<Void> support(DemoPerson person) {
        return person(person).chain(id -> supporter.prepare(id, person));
    }
}

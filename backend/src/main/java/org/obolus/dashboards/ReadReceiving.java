package org.obolus.dashboards;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.flattrs.Flattrs;
import org.obolus.identities.Identities;
import org.obolus.identities.PageAssignments;
import org.obolus.settlement.Statements;
import org.obolus.things.Thing;
import org.obolus.things.Things;

/** Reads what a person receives and for what: as many statements for one thing as for thousands. */
@ApplicationScoped
class ReadReceiving {

    private static final PageWish A_FEW = new PageWish(5, Optional.empty());
    /** When these are answered, the others are shown. */
    private static final int OFFERS = 10;

    private final Statements statements;
    private final Things things;
    private final Identities identities;
    private final PageAssignments assignments;
    private final Flattrs flattrs;
    private final ReadClaimable readClaimable;

    ReadReceiving(
            Statements statements,
            Things things,
            Identities identities,
            PageAssignments assignments,
            Flattrs flattrs,
            ReadClaimable readClaimable) {
        this.statements = statements;
        this.things = things;
        this.identities = identities;
        this.assignments = assignments;
        this.flattrs = flattrs;
        this.readClaimable = readClaimable;
    }

    Uni<Receiving> of(AccountId me) {
        return statements
                .revenue(me)
                .chain(revenue -> things(me, A_FEW)
                        .chain(some -> identities
                                .sites(me)
                                .chain(sites -> assignments
                                        .wordsWantedOf(me, OFFERS)
                                        .chain(wanted -> readClaimable
                                                .of(me, sites)
                                                .map(claims -> new Receiving(
                                                        revenue,
                                                        some.items(),
                                                        some.next().isPresent(),
                                                        sites,
                                                        wanted,
                                                        claims))))));
    }

    Uni<Page<OwnThing>> things(AccountId me, PageWish wish) {
        return things.of(me, wish)
                .chain(page -> flattrs.counts(
                                page.items().stream().map(Thing::id).toList())
                        .map(counts -> page.map(thing -> new OwnThing(thing, counts.get(thing.id())))));
    }
}

package org.obolus.dashboards;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.database.Transactions;
import org.obolus.flattrs.Flattrs;
import org.obolus.identities.Identities;
import org.obolus.ledger.Ledger;
import org.obolus.ledger.LedgerAccount;
import org.obolus.money.Money;
import org.obolus.things.Thing;
import org.obolus.things.Things;

/** Reads what a person receives and for what: as many statements for one thing as for thousands. */
@ApplicationScoped
class ReadReceiving {

    private static final PageWish A_FEW = new PageWish(5, Optional.empty());

    private final Transactions transactions;
    private final Ledger ledger;
    private final Things things;
    private final Identities identities;
    private final Flattrs flattrs;

    ReadReceiving(Transactions transactions, Ledger ledger, Things things, Identities identities, Flattrs flattrs) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.things = things;
        this.identities = identities;
        this.flattrs = flattrs;
    }

    Uni<Receiving> of(AccountId me) {
        return revenue(me)
                .chain(revenue -> things(me, A_FEW)
                        .chain(some -> identities
                                .sites(me)
                                .map(sites -> new Receiving(
                                        revenue, some.items(), some.next().isPresent(), sites))));
    }

    Uni<Page<OwnThing>> things(AccountId me, PageWish wish) {
        return things.of(me, wish)
                .chain(page -> flattrs.counts(
                                page.items().stream().map(Thing::id).toList())
                        .map(counts -> page.map(thing -> new OwnThing(thing, counts.get(thing.id())))));
    }

    private Uni<Money> revenue(AccountId me) {
        return transactions.read(connection -> ledger.balance(connection, LedgerAccount.revenue(me.value())));
    }
}

package org.obolus.things;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Transactions;
import org.obolus.identities.Found;
import org.obolus.identities.Identities;
import org.obolus.identities.Identity;
import org.obolus.identities.PageOwner;
import org.obolus.problems.Problem;

/**
 * Registers things and finds out whose they are (money.md, rule 10).
 *
 * <p>What the page itself names goes before the proven owner of its site, as a page of a platform is its author's; what
 * that owner has given to somebody goes before both. The page is looked at before the transaction, and only where the
 * caller is not the owner already.
 */
@ApplicationScoped
class RegisterThing {

    private final Transactions transactions;
    private final Identities identities;
    private final VisitPage visitPage;
    private final AssignThings assignThings;
    private final PeopleAsThings people;

    RegisterThing(
            Transactions transactions,
            Identities identities,
            VisitPage visitPage,
            AssignThings assignThings,
            PeopleAsThings people) {
        this.transactions = transactions;
        this.identities = identities;
        this.visitPage = visitPage;
        this.assignThings = assignThings;
        this.people = people;
    }

    Uni<Registered> register(AccountId caller, ThingUrl url, Changes changes) {
        return people.at(Optional.of(caller), url)
                .chain(person -> person.isPresent()
                        ? register(caller, person.get(), changes)
                        : registerPage(caller, url, changes));
    }

    /** The thing that somebody is; whoever has claimed them describes it. */
    Uni<Registered> register(AccountId caller, Found.Somebody person, Changes changes) {
        return people.meet(caller, person)
                .chain(met -> transactions.run(connection -> describe(
                                connection, caller, met.thing(), met.thing().url(), changes)
                        .map(thing -> new Registered(thing, met.isNew(), met.owned(), ""))));
    }

    private Uni<Registered> registerPage(AccountId caller, ThingUrl url, Changes changes) {
        return transactions
                .read(connection -> isOf(connection, caller, url))
                .chain(own -> own ? Uni.createFrom().item(VisitPage.Seen.NOT_LOOKED) : visitPage.visit(caller, url))
                .chain(seen -> transactions.run(connection -> register(connection, caller, url, changes, seen)));
    }

    /**
     * Whom an address means, made a thing now if nobody has met them; else looks at the page of a thing that nobody has met
     * before. Where that cannot be read the thing is its site's.
     */
    Uni<ThingId> discover(AccountId visitor, ThingUrl url) {
        return people.at(Optional.of(visitor), url)
                .chain(person -> person.isPresent() ? discover(visitor, person.get()) : discoverPage(visitor, url));
    }

    private Uni<ThingId> discover(AccountId visitor, Found.Somebody person) {
        var url = people.addressOf(person);
        return transactions
                .read(connection -> ThingRows.ids(connection, List.of(url)))
                .chain(known -> known.isEmpty()
                        ? people.meet(visitor, person).map(met -> met.thing().id())
                        : Uni.createFrom().item(known.get(url.key())));
    }

    private Uni<ThingId> discoverPage(AccountId visitor, ThingUrl url) {
        return transactions
                .read(connection -> ThingRows.ids(connection, List.of(url)))
                .chain(known -> known.isEmpty()
                        ? visitPage
                                .visit(visitor, url)
                                .onFailure(Problem.class)
                                .recoverWithItem(VisitPage.Seen.NOT_LOOKED)
                                .chain(seen -> transactions.run(connection -> meet(connection, url, seen)))
                        : Uni.createFrom().item(known.get(url.key())));
    }

    /** Whose a page would be, by what its site's owner has given away, by the page itself, or by its site. */
    Uni<Optional<Identity>> foresee(AccountId visitor, ThingUrl url) {
        return visitPage
                .visit(visitor, url)
                .onFailure(Problem.class)
                .recoverWithItem(VisitPage.Seen.NOT_LOOKED)
                .chain(seen -> transactions.run(connection -> identities
                        .ofPage(connection, url.site(), url.key())
                        .chain(owner -> owner.flatMap(PageOwner::assigner).isPresent()
                                ? Uni.createFrom().item(owner.map(PageOwner::identity))
                                : named(connection, seen.naming().orElse(Naming.NOBODY))
                                        .map(named -> named.or(() -> owner.map(PageOwner::identity))))));
    }

    private Uni<Optional<Identity>> named(SqlConnection connection, Naming naming) {
        return identities
                .named(connection, naming.usernames())
                .chain(known -> naming.whom(known)
                        .map(account ->
                                identities.ofAccount(connection, account).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<ThingId> meet(SqlConnection connection, ThingUrl url, VisitPage.Seen seen) {
        return identities
                .keep(connection, List.of(url.site()))
                .chain(() -> add(connection, url))
                .chain(() -> ThingRows.find(connection, url))
                .chain(thing -> assign(connection, thing.orElseThrow(), seen))
                .map(Thing::id);
    }

    /** Looks at the page of a known thing again, whoever asks for it. */
    Uni<Registered> proveAgain(AccountId caller, Thing thing) {
        if (thing.isOfAPerson()) {
            return Uni.createFrom().item(new Registered(thing, false, thing.belongsTo(caller), ""));
        }
        return visitPage
                .visit(caller, thing.url())
                .chain(seen -> transactions.run(connection -> identities
                        .keep(connection, List.of(thing.url().site()))
                        .chain(() -> ThingRows.get(connection, thing.id()))
                        .chain(now -> assign(connection, now, seen))
                        .map(whose -> new Registered(whose, false, whose.mayBeChangedBy(caller), seen.failure()))));
    }

    /** Whether the thing is the caller's, or would be if nothing in its page said otherwise. */
    private Uni<Boolean> isOf(SqlConnection connection, AccountId caller, ThingUrl url) {
        return ThingRows.find(connection, url)
                .chain(known -> known.isPresent()
                        ? Uni.createFrom().item(known.get().mayBeChangedBy(caller))
                        : identities
                                .ofPage(connection, url.site(), url.key())
                                .map(owner -> owner.filter(found -> found.mayBeChangedBy(caller))
                                        .isPresent()));
    }

    private Uni<Registered> register(
            SqlConnection connection, AccountId caller, ThingUrl url, Changes changes, VisitPage.Seen seen) {
        return identities
                .keep(connection, List.of(url.site()))
                .chain(() -> ThingRows.find(connection, url))
                .chain(known -> known.isPresent() ? Uni.createFrom().item(0) : add(connection, url))
                .chain(added -> ThingRows.find(connection, url)
                        .chain(thing -> assign(connection, thing.orElseThrow(), seen))
                        .chain(thing -> describe(connection, caller, thing, url, changes))
                        .call(thing -> assignThings.writtenBy(connection, caller, thing, changes.author()))
                        .chain(thing -> ThingRows.get(connection, thing.id()))
                        .map(thing -> new Registered(thing, added > 0, thing.mayBeChangedBy(caller), seen.failure())));
    }

    /** A new thing is at once whose it is by what its site's owner has assigned. */
    private Uni<Integer> add(SqlConnection connection, ThingUrl url) {
        return identities
                .addSites(connection, List.of(url.site()))
                .chain(() -> ThingRows.add(connection, List.of(url)))
                .call(() -> assignThings.at(connection, List.of(url)));
    }

    /**
     * Gives the thing to whom its page names, or back to its site where the page names nobody (any more). What the site's
     * owner has given to somebody stays with them.
     */
    private Uni<Thing> assign(SqlConnection connection, Thing thing, VisitPage.Seen seen) {
        if (seen.naming().isEmpty() || thing.isAssigned()) {
            return Uni.createFrom().item(thing);
        }
        return named(connection, seen.naming().get())
                .chain(named -> named.map(Uni.createFrom()::item)
                        .orElseGet(
                                () -> identities.ofSite(connection, thing.url().site())))
                .chain(identity -> identity.id() == thing.identity().id()
                        ? Uni.createFrom().item(thing)
                        : ThingRows.assign(connection, thing.id(), identity)
                                .chain(() -> ThingRows.get(connection, thing.id())));
    }

    /** Whoever deleted a thing keeps it so against strangers, but not once nobody owns it. */
    private static Uni<Thing> describe(
            SqlConnection connection, AccountId caller, Thing thing, ThingUrl url, Changes changes) {
        if (thing.mayBeChangedBy(caller)) {
            return ThingRows.restore(connection, thing.id(), url)
                    .chain(() -> ThingRows.change(connection, thing.id(), changes))
                    .chain(() -> ThingRows.get(connection, thing.id()));
        }
        return thing.isDeleted() && thing.identity().owner().isEmpty()
                ? ThingRows.restore(connection, thing.id(), thing.url())
                        .chain(() -> ThingRows.get(connection, thing.id()))
                : Uni.createFrom().item(thing);
    }
}

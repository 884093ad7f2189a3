package org.obolus.things;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Cursor;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.database.Transactions;
import org.obolus.identities.Found;
import org.obolus.identities.Identities;
import org.obolus.identities.Identity;
import org.obolus.identities.IdentityName;
import org.obolus.identities.PersonRefused;
import org.obolus.identities.PlatformUserId;

/** What can be flattred. */
@ApplicationScoped
public class Things {

    private final Transactions transactions;
    private final Identities identities;
    private final RegisterThing registerThing;
    private final RegisterThings registerThings;
    private final AssignThings assignThings;
    private final OurAddresses ours;
    private final PeopleAsThings people;

    Things(
            Transactions transactions,
            Identities identities,
            RegisterThing registerThing,
            RegisterThings registerThings,
            AssignThings assignThings,
            OurAddresses ours,
            PeopleAsThings people) {
        this.transactions = transactions;
        this.identities = identities;
        this.registerThing = registerThing;
        this.registerThings = registerThings;
        this.assignThings = assignThings;
        this.ours = ours;
        this.people = people;
    }

    /**
     * The thing at an address that somebody came upon. A new one's page is looked at first, so that it belongs to whom it
     * names from its first flattr on; that takes as long as the site does.
     */
    public Uni<ThingId> discover(AccountId visitor, ThingUrl url) {
        return registerThing.discover(visitor, url);
    }

    /** Whom an address means: that of somebody's page here, or of their profile on another platform. */
    public Uni<Optional<Found.Somebody>> person(Optional<AccountId> visitor, ThingUrl url) {
        return people.at(visitor, url);
    }

    /** Where somebody has their page here, whatever they call themselves elsewhere. */
    public ThingUrl addressOf(Found.Somebody person) {
        return people.addressOf(person);
    }

    /**
     * Somebody with their page here, by what another site calls them; empty where that names nobody. Fails with {@link
     * PersonRefused} where it is an address of e-mail and the visitor a stranger.
     */
    public Uni<Optional<Offered>> offered(Optional<AccountId> visitor, String owner) {
        return people.offered(visitor, owner);
    }

    /** The thing that somebody is, by the rules of {@link #register(AccountId, ThingUrl, Changes)}. */
    public Uni<Registered> register(AccountId caller, Found.Somebody person, Changes changes) {
        return registerThing.register(caller, person, changes);
    }

    /** Whose a page would be by its first flattr, by looking at it; empty for its site where nobody has met that. */
    public Uni<Optional<Identity>> foresee(AccountId visitor, ThingUrl url) {
        return registerThing.foresee(visitor, url);
    }

    /** Those of these addresses that are things already, by the key of their URL. */
    public Uni<Map<String, ThingId>> known(Collection<ThingUrl> urls) {
        return transactions.read(connection -> ThingRows.ids(connection, urls));
    }

    /** The page that an address is about; fails with UrlRefused when that page cannot be flattred. */
    public Meant meant(ThingUrl url) {
        return ours.submission(url.page())
                .map(said -> new Meant(
                        said.url().isBlank() ? person(said) : ThingUrl.of(said.url()),
                        Optional.of(said.username()).filter(name -> !name.isEmpty())))
                .orElseGet(() -> new Meant(url, Optional.empty()));
    }

    /** Whom an auto-submit address without a page offers. */
    private ThingUrl person(OurAddresses.Submission said) {
        return PlatformUserId.of(new IdentityName(said.username()))
                .map(ours::of)
                .orElseGet(() -> ThingUrl.of(said.url()));
    }

    /** A thing whether or not its owner has deleted it. */
    public Uni<Optional<Thing>> find(ThingId id) {
        return transactions.read(connection -> ThingRows.find(connection, id));
    }

    public Uni<Optional<Thing>> find(SqlConnection connection, ThingId id) {
        return ThingRows.find(connection, id);
    }

    public Uni<Optional<Thing>> find(ThingUrl url) {
        return transactions.read(connection -> ThingRows.find(connection, url));
    }

    /** Those of these that there are, in the order of their ids; deleted ones too. */
    public Uni<List<Thing>> all(Collection<ThingId> ids) {
        return transactions.read(connection -> ThingRows.all(connection, ids));
    }

    /** The things that an account owns, the newest first. */
    public Uni<Page<Thing>> of(AccountId owner, PageWish wish) {
        return transactions
                .read(connection -> ThingRows.mine(connection, owner, wish))
                .map(rows ->
                        Page.of(rows, wish, thing -> Cursor.after(thing.id().value())));
    }

    /**
     * Registers an address, the same thing however often. Whoever has no proof that it is theirs owns nothing by this and
     * sets no text of it.
     */
    public Uni<Registered> register(AccountId caller, ThingUrl url, Changes changes) {
        return registerThing.register(caller, url, changes);
    }

    /**
     * Registers many addresses at once, with an outcome for each in their order, by the same rules but without looking at
     * any page. Fails with {@link ThingRefused.TooManyThings} when there are more than 500.
     */
    public Uni<List<Outcome>> registerAll(AccountId caller, List<Draft> drafts) {
        return registerThings.register(caller, drafts);
    }

    /** Looks at the page again to see whom it names; fails with {@link ThingRefused.NotKnown}. */
    public Uni<Registered> proveAgain(AccountId caller, ThingId id) {
        return find(id).chain(found -> registerThing.proveAgain(caller, there(found, id)));
    }

    /** Changes what is given; fails with {@link ThingRefused} when the thing is not there or somebody else's. */
    public Uni<Thing> change(AccountId owner, ThingId id, Changes changes) {
        return transactions.run(connection -> owned(connection, owner, id)
                .call(thing -> sayWhoWrote(connection, owner, thing, changes))
                .chain(() -> ThingRows.change(connection, id, changes))
                .chain(() -> ThingRows.get(connection, id)));
    }

    /** That decides whose a page is, so only whoever may give it away says it. */
    private Uni<Void> sayWhoWrote(SqlConnection connection, AccountId caller, Thing thing, Changes changes) {
        if (changes.author().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (thing.isOfAPerson()) {
            throw new ThingRefused.AuthorIsTheSites(thing);
        }
        return identities
                .keep(connection, List.of(thing.url().site()))
                .chain(() ->
                        identities.find(connection, IdentityName.of(thing.url().site())))
                .invoke(site -> {
                    if (site.filter(found -> found.belongsTo(caller)).isEmpty()) {
                        throw new ThingRefused.AuthorIsTheSites(thing);
                    }
                })
                .chain(() -> assignThings.writtenBy(connection, caller, thing, changes.author()));
    }

    /** Takes the thing away from people's eyes; its flattrs stay. Fails with {@link ThingRefused} as changing does. */
    public Uni<Void> delete(AccountId owner, ThingId id) {
        return transactions.run(connection -> owned(connection, owner, id)
                .chain(() -> ThingRows.delete(connection, id))
                .replaceWithVoid());
    }

    private static Uni<Thing> owned(SqlConnection connection, AccountId owner, ThingId id) {
        return ThingRows.find(connection, id).map(found -> {
            var thing = there(found, id);
            if (!thing.mayBeChangedBy(owner)) {
                throw new ThingRefused.NotYours(thing);
            }
            return thing;
        });
    }

    private static Thing there(Optional<Thing> found, ThingId id) {
        return found.filter(thing -> !thing.isDeleted()).orElseThrow(() -> new ThingRefused.NotKnown(id));
    }
}

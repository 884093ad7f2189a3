package org.obolus.things;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.identities.Found;
import org.obolus.identities.IdentityName;
import org.obolus.identities.PersonSeen;
import org.obolus.identities.PlatformPeople;
import org.obolus.identities.PlatformUserId;

/**
 * The things that are people on other platforms, or known by an e-mail address: each at an address of ours that never
 * changes, of nobody but them.
 *
 * <p>Neither the owner of this server's own site nor a page can make them anybody else's. Who is known by an e-mail address
 * alone is listed nowhere: whose list that would be says which account has the address.
 */
@ApplicationScoped
class PeopleAsThings implements PersonSeen {

    private static final String ADD = """
            insert into things (url, url_key, identity_id, category, title, hidden, created_at, updated_at)
            select $1, $2, $3, 'people', $4, $5, n.now, n.now from (select calendar_now() as now) n
            on conflict do nothing""";

    /** The title that they were given here before follows; one that they have set themselves stays. */
    private static final String NAME = """
            update things t set title = $3, updated_at = calendar_now()
            from platform_users p
            where t.url_key = $2 and t.identity_id = $1 and p.identity_id = $1
              and coalesce(t.title = p.thing_title, true) and t.title is distinct from $3""";

    private static final String REMEMBER = """
            update platform_users set thing_title = $2 where identity_id = $1 and thing_title is distinct from $2""";

    private final PlatformPeople people;
    private final OurAddresses ours;
    private final Transactions transactions;

    PeopleAsThings(PlatformPeople people, OurAddresses ours, Transactions transactions) {
        this.people = people;
        this.ours = ours;
        this.transactions = transactions;
    }

    /** Whom an address means: that of somebody's page here, or of their profile where they are. */
    Uni<Optional<Found.Somebody>> at(Optional<AccountId> visitor, ThingUrl url) {
        var addressee = ours.addressee(url.page());
        if (addressee.isPresent()) {
            return people.addressee(addressee.get()).map(Optional::of);
        }
        return ours.person(url.page())
                .map(id -> people.person(visitor, id).map(Optional::of))
                .orElseGet(() -> people.atProfile(visitor, url.page()))
                .map(person -> person.map(Found.Somebody.class::cast));
    }

    ThingUrl addressOf(Found.Somebody person) {
        return ours.at(person.path());
    }

    /** By what another site calls them; no platform is asked for an address. */
    Uni<Optional<Offered>> offered(Optional<AccountId> visitor, String owner) {
        var id = PlatformUserId.of(new IdentityName(owner)).map(ours::of);
        return id.isPresent()
                ? Uni.createFrom().item(id.map(url -> new Offered(url, Optional.empty())))
                : people.owner(visitor, owner)
                        .map(found -> found.map(somebody -> new Offered(addressOf(somebody), found)));
    }

    /** Their thing, made now if it is not there. */
    Uni<Registered> meet(AccountId visitor, Found.Somebody person) {
        return transactions.run(connection -> meet(connection, person)
                .chain(added -> ThingRows.find(connection, addressOf(person))
                        .map(Optional::orElseThrow)
                        .map(thing -> new Registered(thing, added > 0, thing.belongsTo(visitor), ""))));
    }

    private Uni<Integer> meet(SqlConnection connection, Found.Somebody person) {
        var url = addressOf(person);
        var isByMail = person instanceof Found.Addressee;
        var row = Tuple.of(url.toString(), url.key(), person.identity().id())
                .addString(isByMail ? person.title() : null)
                .addBoolean(isByMail);
        return Sql.run(connection, ADD, row)
                .call(() -> person instanceof Found.Person known
                        ? seen(connection, known)
                        : Uni.createFrom().voidItem());
    }

    @Override
    public Uni<Void> seen(SqlConnection connection, Found.Person person) {
        var identity = person.identity().id();
        var key = addressOf(person).key();
        return Sql.run(connection, NAME, Tuple.of(identity, key, person.title()))
                .chain(() -> Sql.run(connection, REMEMBER, Tuple.of(identity, person.title())))
                .replaceWithVoid();
    }
}

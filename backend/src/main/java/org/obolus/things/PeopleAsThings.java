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
import org.obolus.identities.PersonSeen;
import org.obolus.identities.PlatformPeople;
import org.obolus.identities.PlatformUserId;

/**
 * The things that are people on other platforms: each at an address of ours that never changes, of nobody but them.
 *
 * <p>Neither the owner of this server's own site nor a page can make them anybody else's.
 */
@ApplicationScoped
class PeopleAsThings implements PersonSeen {

    private static final String ADD = """
            insert into things (url, url_key, identity_id, category, created_at, updated_at)
            select $1, $2, $3, 'people', n.now, n.now from (select calendar_now() as now) n
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
    Uni<Optional<Found.Person>> at(Optional<AccountId> visitor, ThingUrl url) {
        return ours.person(url.page())
                .map(id -> people.person(visitor, id).map(Optional::of))
                .orElseGet(() -> people.atProfile(visitor, url.page()));
    }

    ThingUrl addressOf(PlatformUserId person) {
        return ours.of(person);
    }

    boolean isAboutAPerson(ThingUrl url) {
        return ours.person(url.page()).isPresent();
    }

    /** Their thing, made now if it is not there. */
    Uni<Registered> meet(AccountId visitor, Found.Person person) {
        return transactions.run(connection -> meet(connection, person)
                .chain(added -> ThingRows.find(connection, addressOf(person.id()))
                        .map(Optional::orElseThrow)
                        .map(thing -> new Registered(thing, added > 0, thing.belongsTo(visitor), ""))));
    }

    Uni<Integer> meet(SqlConnection connection, Found.Person person) {
        var url = addressOf(person.id());
        var row = Tuple.of(url.toString(), url.key(), person.identity().id());
        return Sql.run(connection, ADD, row).call(() -> seen(connection, person));
    }

    @Override
    public Uni<Void> seen(SqlConnection connection, Found.Person person) {
        var identity = person.identity().id();
        var key = addressOf(person.id()).key();
        return Sql.run(connection, NAME, Tuple.of(identity, key, person.title()))
                .chain(() -> Sql.run(connection, REMEMBER, Tuple.of(identity, person.title())))
                .replaceWithVoid();
    }
}

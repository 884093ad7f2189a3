package org.obolus.things;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Transactions;
import org.obolus.identities.Identities;

/** What can be flattred. */
@ApplicationScoped
public class Things {

    private final Transactions transactions;
    private final Identities identities;

    Things(Transactions transactions, Identities identities) {
        this.transactions = transactions;
        this.identities = identities;
    }

    /** Registers an address; whoever has no proof for it owns nothing by this. */
    public Uni<Registered> register(AccountId caller, ThingUrl url) {
        return transactions.run(connection -> ThingRows.find(connection, url)
                .chain(known -> known.isPresent() ? Uni.createFrom().item(0) : add(connection, List.of(url)))
                .chain(added -> ThingRows.find(connection, url)
                        .map(Optional::orElseThrow)
                        .map(thing -> new Registered(thing, added > 0, thing.belongsTo(caller)))));
    }

    /** The thing at an address, made now if it is not there; a deleted one is found too, and stays deleted. */
    public Uni<ThingId> at(SqlConnection connection, ThingUrl url) {
        return at(connection, List.of(url)).map(ids -> ids.get(url.key()));
    }

    /** The things at all these addresses by the key of their URL, made now where they are not there. */
    public Uni<Map<String, ThingId>> at(SqlConnection connection, Collection<ThingUrl> urls) {
        return ThingRows.ids(connection, urls).chain(known -> {
            var missing =
                    urls.stream().filter(url -> !known.containsKey(url.key())).toList();
            return missing.isEmpty()
                    ? Uni.createFrom().item(known)
                    : add(connection, missing).chain(() -> ThingRows.ids(connection, urls));
        });
    }

    private Uni<Integer> add(SqlConnection connection, List<ThingUrl> urls) {
        return identities
                .addSites(connection, urls.stream().map(ThingUrl::site).toList())
                .chain(() -> ThingRows.add(connection, urls));
    }

    /** Those of these addresses that are things already, by the key of their URL. */
    public Uni<Map<String, ThingId>> known(Collection<ThingUrl> urls) {
        return transactions.read(connection -> ThingRows.ids(connection, urls));
    }

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
}

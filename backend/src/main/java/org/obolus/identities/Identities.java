package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;

/** Who things belong to: finds identities and makes them when they are first needed. */
@ApplicationScoped
public class Identities {

    private static final String FIND =
            "select " + Identity.COLUMNS + " from identities i " + Identity.WITH_OWNER + " where i.name = $1";
    private static final String ADD_SITES = """
            insert into identities (name) select distinct n from unnest($1::text[]) n order by n
            on conflict do nothing""";
    private static final String ADD_ACCOUNT = """
            with created as (
                insert into identities (name, account_id) values ($1, $2) on conflict do nothing returning id)
            insert into claims (identity_id, account_id, proof, claimed_at)
            select id, $2, 'account', calendar_now() from created""";

    Identities() {}

    /** The identity of a site, made now if it is not there; nobody owns a new one. */
    public Uni<Identity> ofSite(SqlConnection connection, SiteHost site) {
        var name = IdentityName.of(site);
        return find(connection, name)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found.get())
                        : addSites(connection, List.of(site)).chain(() -> get(connection, name)));
    }

    /** The identity that an account is by itself, made now if it is not there. */
    public Uni<Identity> ofAccount(SqlConnection connection, AccountId account) {
        var name = IdentityName.of(account);
        return find(connection, name)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found.get())
                        : Sql.run(connection, ADD_ACCOUNT, Tuple.of(name.value(), account.value()))
                                .chain(() -> get(connection, name)));
    }

    /** Makes the identities of all these sites that are not there yet. */
    public Uni<Void> addSites(SqlConnection connection, Collection<SiteHost> sites) {
        var names =
                sites.stream().map(IdentityName::of).map(IdentityName::value).toArray(String[]::new);
        return Sql.run(connection, ADD_SITES, Tuple.of(names)).replaceWithVoid();
    }

    public Uni<Optional<Identity>> find(SqlClient client, IdentityName name) {
        return Sql.first(client, FIND, Tuple.of(name.value()), Identity::of);
    }

    private static Uni<Identity> get(SqlConnection connection, IdentityName name) {
        return Sql.one(connection, FIND, Tuple.of(name.value()), Identity::of);
    }
}

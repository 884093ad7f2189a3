package org.obolus.things;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;
import org.obolus.identities.AssignmentsChanged;
import org.obolus.identities.IdentityName;

/**
 * Gives things to whom the owners of their sites have assigned them, and back to the site when that has ended (money.md,
 * rule 10).
 *
 * <p>Whom a page names is not known any more then, until it is looked at again. Whoever registers things of a site keeps its
 * identity meanwhile, so that no thing misses a change and neither waits for the other in a circle.
 */
@ApplicationScoped
class AssignThings implements AssignmentsChanged {

    /** How many pages of a site are gone through in one transaction, for which registrations there wait. */
    static final int STEP = 1000;

    /** A site's pages are those whose key begins with its host and a slash; the sign after the slash is the zero. */
    private static final String STEP_OF_SITE = """
            with part as materialized (
                select t.id, t.url_key
                from identities s cross join lateral (
                    select t.id, t.url_key from things t
                    where t.url_key >= substr(s.name, 6) || '/' and t.url_key < substr(s.name, 6) || '0'
                      and t.url_key > $2
                    order by t.url_key limit $3) t
                where s.id = $1),
            changed as (%s)
            select max(url_key) as last from part having count(*) = $3""".formatted(change(
            "identities s, part p join things t on t.id = p.id", "s.id = $1 and not is_somebody(t.identity_id)"));

    private static final String AT = change(
            "unnest($1::text[], $2::text[]) w(key, site) join identities s on s.name = w.site"
                    + " join things t on t.url_key = w.key",
            "(t.assignment_id is not null or exists (select from assignments o"
                    + " where o.site_id = s.id and o.began_at is not null and o.ended_at is null))");

    private static final String WRITTEN_BY = """
            update things t set author = nullif($4, ''), updated_at = calendar_now()
            from identities s
            where t.id = $1 and s.name = $2 and s.account_id = $3 and t.author is distinct from nullif($4, '')""";

    @Override
    public Uni<Optional<String>> changed(SqlConnection connection, long site, String after) {
        return Sql.first(connection, STEP_OF_SITE, Tuple.of(site, after, STEP), row -> row.getString("last"));
    }

    /** Those at these addresses. */
    Uni<Void> at(SqlConnection connection, Collection<ThingUrl> urls) {
        var keys = urls.stream().map(ThingUrl::key).toArray(String[]::new);
        var sites =
                urls.stream().map(url -> IdentityName.of(url.site()).value()).toArray(String[]::new);
        return Sql.run(connection, AT, Tuple.of(keys, sites)).replaceWithVoid();
    }

    /** Says who has written a page, if the caller owns its site: by that it may be somebody else's. */
    Uni<Void> writtenBy(SqlConnection connection, AccountId caller, Thing thing, Optional<String> author) {
        if (author.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var site = IdentityName.of(thing.url().site()).value();
        var row = Tuple.of(thing.id().value(), site, caller.value(), author.get());
        return Sql.run(connection, WRITTEN_BY, row)
                .chain(changed -> changed == 0 ? Uni.createFrom().voidItem() : at(connection, List.of(thing.url())));
    }

    /** Of things {@code t} and their sites {@code s}. */
    private static String change(String from, String where) {
        return """
            with due as (
                select t.id, a.id as assignment_id, coalesce(a.receiver_id, s.id) as identity_id
                from %s
                left join lateral assignment_of(s.id, t.url_key, t.author) a on true
                where %s and t.assignment_id is distinct from a.id
                order by t.id for no key update of t)
            update things t set assignment_id = due.assignment_id, identity_id = due.identity_id,
                updated_at = calendar_now()
            from due where t.id = due.id""".formatted(from, where);
    }
}

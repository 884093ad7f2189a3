package org.obolus.things;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.identities.Identity;
import org.obolus.problems.Unacceptable;

/**
 * Registers many things with one statement, by the rules of a single registration (money.md, rule 10).
 *
 * <p>No page is looked at, so what only a page's own words could prove is as if nothing proved it.
 */
@ApplicationScoped
class RegisterThings {

    /** Without those that the database makes of them for the catalogue. */
    private static final String COLUMNS = """
            t.id, t.url, t.identity_id, t.title, t.description, t.category, t.language, t.tags, t.hidden, t.deleted_at,
                t.created_at, t.updated_at""";

    /**
     * What the caller owns takes their words, if they are others than before; what nobody owns comes back when it was
     * deleted; the rest stays. Rows are added in the order of their keys and changed in the order of their ids, so that
     * calls at the same time do not wait for each other in a circle.
     */
    static final String REGISTER = """
            with wanted as materialized (
                select url, key, site, title, description, category, language, string_to_array(tags, ',') as tags, hidden
                from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                    $9::text[], $10::boolean[]) w(url, key, site, title, description, category, language, tags, hidden)),
            added_sites as (
                insert into identities (name)
                select distinct w.site from wanted w
                where not exists (select from identities i where i.name = w.site) order by w.site
                on conflict do nothing returning id, name, account_id, contested, opted_out_at),
            sites as (
                select i.id, i.name, i.account_id, i.contested, i.opted_out_at from identities i
                where i.name in (select w.site from wanted w)
                union all select * from added_sites),
            added as (
                insert into things as t (url, url_key, identity_id, title, description, category, language, tags, hidden,
                    created_at, updated_at)
                select w.url, w.key, s.id, own.title, own.description, coalesce(own.category, 'rest'), own.language,
                    coalesce(own.tags, '{}'), coalesce(own.hidden, false), n.now, n.now
                from wanted w join sites s on s.name = w.site
                left join lateral (select w.* where s.account_id = $1) own on true, (select calendar_now() as now) n
                where not exists (select from things o where o.url_key = w.key)
                order by w.key
                on conflict do nothing returning %1$s),
            due as (
                select t.id, coalesce(own.url, t.url) as url, coalesce(own.title, t.title) as title,
                    coalesce(own.description, t.description) as description,
                    coalesce(own.category, t.category) as category, coalesce(own.language, t.language) as language,
                    coalesce(own.tags, t.tags) as tags, coalesce(own.hidden, t.hidden) as hidden
                from wanted w join things t on t.url_key = w.key join identities i on i.id = t.identity_id
                left join lateral (select w.* where i.account_id = $1) own on true
                where t.deleted_at is not null and coalesce(i.account_id = $1, true)
                    or (t.url, t.title, t.description, t.category, t.language, t.tags, t.hidden) is distinct from
                       (coalesce(own.url, t.url), coalesce(own.title, t.title), coalesce(own.description, t.description),
                        coalesce(own.category, t.category), coalesce(own.language, t.language),
                        coalesce(own.tags, t.tags), coalesce(own.hidden, t.hidden))
                order by t.id for no key update of t),
            changed as (
                update things t set deleted_at = null, url = d.url, title = d.title, description = d.description,
                    category = d.category, language = d.language, tags = d.tags, hidden = d.hidden,
                    updated_at = calendar_now()
                from due d where t.id = d.id returning %1$s),
            met as (
                select 'created' as outcome, t.*, s.name, s.account_id, s.contested, s.opted_out_at
                from added t join sites s on s.id = t.identity_id
                union all
                select 'changed', t.*, i.name, i.account_id, i.contested, i.opted_out_at
                from changed t join identities i on i.id = t.identity_id
                union all
                select 'unchanged', %1$s, i.name, i.account_id, i.contested, i.opted_out_at
                from wanted w join things t on t.url_key = w.key join identities i on i.id = t.identity_id
                where t.id not in (select id from changed))
            select i.*, i.name as identity_name, o.username
            from met i %2$s""".formatted(COLUMNS, Identity.WITH_OWNER);

    private static final int ROUNDS = 5;

    private final Transactions transactions;

    RegisterThings(Transactions transactions) {
        this.transactions = transactions;
    }

    Uni<List<Outcome>> register(AccountId caller, List<Draft> drafts) {
        var wishes = Wishes.read(drafts);
        return transactions
                .run(connection -> all(connection, caller, wishes.byKey(), new HashMap<>(), ROUNDS))
                .map(wishes::outcomes);
    }

    /** What somebody else has added since the statement began is there for the same statement in its next round. */
    private static Uni<Map<String, Wishes.Met>> all(
            SqlConnection connection,
            AccountId caller,
            Map<String, Wish> left,
            Map<String, Wishes.Met> met,
            int rounds) {
        if (left.isEmpty()) {
            return Uni.createFrom().item(met);
        }
        if (rounds == 0) {
            return Uni.createFrom().failure(new Unacceptable.Overloaded(1));
        }
        var values = Wish.columns(Tuple.of(caller.value()), left.values());
        return Sql.list(connection, REGISTER, values, Wishes.Met::of)
                .invoke(found -> found.forEach(one -> met.put(one.key(), one)))
                .invoke(() -> left.keySet().removeAll(met.keySet()))
                .chain(() -> all(connection, caller, left, met, rounds - 1));
    }
}

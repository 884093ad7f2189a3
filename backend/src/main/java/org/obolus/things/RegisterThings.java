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
import org.obolus.identities.Identities;
import org.obolus.problems.Unacceptable;

/**
 * Registers many things with one statement, by the rules of a single registration (money.md, rule 10).
 *
 * <p>No page is looked at, so what only a page's own words could prove is as if nothing proved it. No platform is asked:
 * people are whoever is known to have an address, and their things are as {@link PeopleAsThings} makes them.
 */
@ApplicationScoped
class RegisterThings {

    /** Without those that the database makes of them for the catalogue. */
    private static final String COLUMNS = """
            t.id, t.url, t.identity_id, t.title, t.description, t.category, t.language, t.tags, t.hidden, t.deleted_at,
                t.created_at, t.updated_at, t.assignment_id""";

    /**
     * What the caller owns, or has given away, takes their words, if they are others than before; what nobody owns comes
     * back when it was deleted; the rest stays. What its site's owner gives to somebody is theirs, and who has written a
     * page is for that owner to say. Whoever is somebody elsewhere is called as they are named there until they are called
     * otherwise. Rows are added in the order of their keys and changed in the order of their ids, so that
     * calls at the same time do not wait for each other in a circle.
     */
    static final String REGISTER = """
            with wanted as materialized (
                select url, key, site, title, description, category, language, string_to_array(tags, ',') as tags, hidden,
                    author, named
                from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                    $9::text[], $10::boolean[], $11::text[], $12::text[])
                    w(url, key, site, title, description, category, language, tags, hidden, author, named)),
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
                    author, assignment_id, created_at, updated_at)
                select w.url, w.key, coalesce(r.id, s.id), coalesce(own.title, w.named), own.description,
                    coalesce(own.category, case when w.named is null then 'rest' else 'people' end), own.language,
                    coalesce(own.tags, '{}'), coalesce(own.hidden, false), said.author, a.id,
                    n.now, n.now
                from wanted w join sites s on s.name = w.site
                left join lateral (select nullif(w.author, '') as author where s.account_id = $1) said on true
                left join lateral assignment_of(s.id, w.key, said.author) a on true
                left join identities r on r.id = a.receiver_id
                left join lateral (select w.* where $1 in (s.account_id, r.account_id)) own on true,
                    (select calendar_now() as now) n
                where not exists (select from things o where o.url_key = w.key)
                order by w.key
                on conflict do nothing returning %1$s),
            due as (
                select t.id, coalesce(own.url, t.url) as url, coalesce(own.title, known.title) as title,
                    coalesce(own.description, t.description) as description,
                    coalesce(own.category, t.category) as category, coalesce(own.language, t.language) as language,
                    coalesce(own.tags, t.tags) as tags, coalesce(own.hidden, t.hidden) as hidden,
                    said.author, a.id as assignment_id,
                    t.deleted_at is not null and (i.account_id is null or own.url is not null) as restored,
                    case when a.id is not distinct from t.assignment_id then t.identity_id
                        else coalesce(a.receiver_id, s.id) end as identity_id
                from wanted w join things t on t.url_key = w.key join identities i on i.id = t.identity_id
                join sites s on s.name = w.site
                left join lateral (select w.* where i.account_id = $1
                    or t.assignment_id is not null and s.account_id = $1) own on true
                cross join lateral (
                    select nullif(coalesce(case when s.account_id = $1 then w.author end, t.author), '') as author) said
                left join lateral assignment_of(s.id, t.url_key, said.author) a on true
                cross join lateral (
                    select case when w.named is not null and coalesce(t.title = (
                            select p.thing_title from platform_users p where p.identity_id = t.identity_id), true)
                        then w.named else t.title end as title) known
                where t.deleted_at is not null and (i.account_id is null or own.url is not null)
                    or a.id is distinct from t.assignment_id
                    or (t.url, t.title, t.description, t.category, t.language, t.tags, t.hidden, t.author)
                       is distinct from
                       (coalesce(own.url, t.url), coalesce(own.title, known.title), coalesce(own.description, t.description),
                        coalesce(own.category, t.category), coalesce(own.language, t.language),
                        coalesce(own.tags, t.tags), coalesce(own.hidden, t.hidden),
                        said.author)
                order by t.id for no key update of t),
            changed as (
                update things t set deleted_at = case when not d.restored then t.deleted_at end,
                    url = d.url, title = d.title, description = d.description,
                    category = d.category, language = d.language, tags = d.tags, hidden = d.hidden,
                    author = d.author, assignment_id = d.assignment_id, identity_id = d.identity_id,
                    updated_at = calendar_now()
                from due d where t.id = d.id returning %1$s),
            named as (
                select p.identity_id, w.named
                from wanted w join sites s on s.name = w.site join platform_users p on p.identity_id = s.id
                where p.thing_title is distinct from w.named and w.named is not null
                order by p.identity_id for no key update of p),
            remembered as (
                update platform_users p set thing_title = n.named from named n where p.identity_id = n.identity_id),
            met as (
                select 'created' as outcome, t.*, coalesce(s.name, r.name) as name,
                    coalesce(s.account_id, r.account_id) as account_id, coalesce(s.contested, r.contested) as contested,
                    coalesce(s.opted_out_at, r.opted_out_at) as opted_out_at
                from added t left join sites s on s.id = t.identity_id
                left join identities r on r.id = t.identity_id and t.assignment_id is not null
                union all
                select 'changed', t.*, i.name, i.account_id, i.contested, i.opted_out_at
                from changed t join identities i on i.id = t.identity_id
                union all
                select 'unchanged', %1$s, i.name, i.account_id, i.contested, i.opted_out_at
                from wanted w join things t on t.url_key = w.key join identities i on i.id = t.identity_id
                where t.id not in (select id from changed))
            select t.*, t.name as identity_name, o.username, case when not starts_with(t.name, 'site:') then (
                select p.handle from platform_users p where p.identity_id = t.identity_id) end as handle, %3$s
            from met t %2$s %4$s""".formatted(
            COLUMNS, "left join accounts o on o.id = t.account_id", ThingRows.ASSIGNER, ThingRows.WITH_ASSIGNER);

    private static final int ROUNDS = 5;

    private final Transactions transactions;
    private final Identities identities;
    private final RecognisePeople recognisePeople;

    RegisterThings(Transactions transactions, Identities identities, RecognisePeople recognisePeople) {
        this.transactions = transactions;
        this.identities = identities;
        this.recognisePeople = recognisePeople;
    }

    Uni<List<Outcome>> register(AccountId caller, List<Draft> drafts) {
        var written = Wishes.read(drafts);
        return transactions.run(connection -> recognisePeople
                .among(connection, caller, written)
                .chain(wishes -> identities
                        .keep(connection, wishes.sites())
                        .chain(() -> all(connection, caller, wishes.byKey(), new HashMap<>(), ROUNDS))
                        .map(wishes::outcomes)));
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

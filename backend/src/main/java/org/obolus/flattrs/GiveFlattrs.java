package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.obolus.calendar.Month;
import org.obolus.database.Sql;

/**
 * Writes many clicks and their counters with one statement, each judged by itself.
 *
 * <p>Rows are written in the order of their keys across the whole batch, so that two batches never wait for each other
 * in a circle. The caller's transaction holds the open month. Where the pages of a site still follow what its owner has
 * given to others, what counts is whose they are by that (money.md, rule 10).
 */
@ApplicationScoped
class GiveFlattrs {

    private static final String JUDGED = """
            closing as materialized (select month from months where state = 'closed' and pots_moved_at is null),
            changing as materialized (
                select w.site_id, substr(s.name, 6) || '/' as pages
                from sites_to_go_through w join identities s on s.id = w.site_id),
            judged as materialized (
                select asked.*, coalesce(due.identity_id, t.identity_id) as identity_id, case
                    when t.id is null or t.deleted_at is not null then 'unknown'
                    when i.opted_out_at is not null then 'opted_out'
                    when i.account_id = asked.supporter_id then 'owner'
                    when b.amount is null then 'no_budget'
                    when b.paused then 'paused'
                    when coalesce(funds.balance, 0) <= 0 then 'no_funds'
                    when b.amount >= funds.balance and exists (
                        select from closing c
                        where exists (select from flattrs f
                                      where f.supporter_id = asked.supporter_id and f.month = c.month)
                          and not exists (select from pots p
                                          where p.supporter_id = asked.supporter_id and p.month = c.month))
                        then 'no_funds'
                    when turn > 1 then 'once'
                    end as refusal
                from asked
                left join things t on t.id = asked.thing_id
                left join lateral (
                    select coalesce(a.receiver_id, c.site_id) as identity_id
                    from changing c left join lateral assignment_of(c.site_id, t.url_key, t.author) a on true
                    where starts_with(t.url_key, c.pages) and a.id is distinct from t.assignment_id
                      and not is_somebody(t.identity_id)) due on true
                left join identities i on i.id = coalesce(due.identity_id, t.identity_id)
                left join budgets b on b.supporter_id = asked.supporter_id
                left join ledger_accounts funds on funds.name = 'funds:' || asked.supporter_id)
            """;
    private static final String GIVE = """
            with moment as materialized (select calendar_now() as now),
            asked as (
                select n, supporter_id, thing_id, key,
                       row_number() over (partition by supporter_id, thing_id order by n) as turn
                from unnest($1::bigint[], $2::bigint[], $3::text[])
                     with ordinality as click(supporter_id, thing_id, key, n)),
            """ + JUDGED + """
            , given as (
                insert into flattrs (supporter_id, month, thing_id, identity_id, given_at, idempotency_key)
                select supporter_id, $4, thing_id, identity_id, now, key from judged, moment
                where refusal is null order by supporter_id, thing_id
                on conflict do nothing
                returning supporter_id, thing_id, given_at),
            liked as (
                insert into fans as f (supporter_id, thing_id, flattrs)
                select supporter_id, thing_id, 1 from given
                on conflict (supporter_id, thing_id) do update set flattrs = f.flattrs + excluded.flattrs
                returning thing_id, flattrs),
            grown as (
                select thing_id, count(*) as flattrs, count(*) filter (where flattrs = 1) as supporters
                from liked group by thing_id order by thing_id),
            counted as (
                insert into counters as c (thing_id, flattrs, supporters)
                select thing_id, flattrs, supporters from grown order by thing_id
                on conflict (thing_id) do update
                set flattrs = c.flattrs + excluded.flattrs, supporters = c.supporters + excluded.supporters
                returning thing_id),
            told as (
                insert into counter_changes (things, supporters)
                select array_agg(thing_id), array(select distinct supporter_id from given)
                from counted having count(*) > 0)
            select judged.n, given.given_at,
                   coalesce(refusal, case when given.thing_id is null then 'once' end) as refusal
            from judged
            left join given on judged.turn = 1
                 and given.supporter_id = judged.supporter_id and given.thing_id = judged.thing_id
            order by judged.n""";

    /** Alike ones are told apart by whoever asks: which of them comes first depends on what the others are refused for. */
    private static final String JUDGE = """
            with asked as (
                select n, supporter_id, thing_id, key, 1 as turn
                from unnest($1::bigint[], $2::bigint[], $3::text[])
                     with ordinality as click(supporter_id, thing_id, key, n)),
            """ + JUDGED + """
            select n, coalesce(refusal, 'once') as refusal from judged
            where refusal is not null
               or exists (select from flattrs f where f.supporter_id = judged.supporter_id and f.month = $4
                          and f.thing_id = judged.thing_id)""";

    private static final String SAME_AGAIN = """
            select n, f.given_at
            from unnest($1::bigint[], $2::bigint[], $3::text[])
                 with ordinality as click(supporter_id, thing_id, key, n)
            join flattrs f on f.supporter_id = click.supporter_id and f.month = $4 and f.thing_id = click.thing_id
            where f.idempotency_key = click.key""";

    private final TellOfFlattrs tell;

    GiveFlattrs(TellOfFlattrs tell) {
        this.tell = tell;
    }

    /** What became of each click, in order: the flattr, or why there is none. */
    Uni<List<Outcome>> give(SqlConnection connection, Month month, List<Click> clicks) {
        return Sql.list(connection, GIVE, values(clicks, month), row -> outcome(row, clicks, month))
                .call(outcomes -> tell.given(connection, month, clicks, outcomes))
                .chain(outcomes -> forgiveRepetition(connection, month, clicks, outcomes));
    }

    /** Of those that cannot count as things are now: where they stand, and why. Writes nothing and holds nothing. */
    Uni<Map<Integer, String>> judge(SqlConnection connection, Month month, List<Click> clicks) {
        return Sql.list(
                        connection,
                        JUDGE,
                        values(clicks, month),
                        row -> Map.entry(position(row), row.getString("refusal")))
                .map(found -> found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** A request repeated under the same key gets its first answer, whatever would be said to it now (rule 19). */
    Uni<List<Outcome>> forgiveRepetition(
            SqlConnection connection, Month month, List<Click> clicks, List<Outcome> outcomes) {
        var repeated = IntStream.range(0, clicks.size())
                .filter(i -> clicks.get(i).key() != null && outcomes.get(i).refusal() != null)
                .boxed()
                .toList();
        if (repeated.isEmpty()) {
            return Uni.createFrom().item(outcomes);
        }
        var again = repeated.stream().map(clicks::get).toList();
        return Sql.list(connection, SAME_AGAIN, values(again, month), row -> Map.entry(position(row), row))
                .map(found -> {
                    var answers = new HashMap<Integer, Outcome>();
                    found.forEach(entry -> answers.put(
                            repeated.get(entry.getKey()),
                            Outcome.asBefore(again.get(entry.getKey()), month, entry.getValue())));
                    var merged = new ArrayList<>(outcomes);
                    answers.forEach(merged::set);
                    return merged;
                });
    }

    private static Outcome outcome(Row row, List<Click> clicks, Month month) {
        var click = clicks.get(position(row));
        var refusal = row.getString("refusal");
        return refusal == null ? Outcome.given(click, month, row) : Outcome.refused(click, month, refusal);
    }

    private static int position(Row row) {
        return Math.toIntExact(row.getLong("n") - 1);
    }

    private static Tuple values(List<Click> clicks, Month month) {
        return Tuple.of(
                clicks.stream().map(click -> click.supporter().value()).toArray(Long[]::new),
                clicks.stream().map(click -> click.thing().value()).toArray(Long[]::new),
                clicks.stream().map(Click::key).toArray(String[]::new),
                month.firstDay());
    }
}

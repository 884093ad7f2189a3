package org.obolus.social;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.things.Category;
import org.obolus.things.Language;
import org.obolus.things.ThingUrl;

/**
 * The statement of one search. Only what is asked for stands in it, so that the database plans for that.
 *
 * <p>Sorted by a rank the list is what has that rank, then the rest, the newest first; the rest is only looked at where
 * the first part is too short.
 */
final class SearchStatement {

    private static final String LISTED = """
            from things t join identities i on i.id = t.identity_id
            where not t.hidden and t.deleted_at is null and i.opted_out_at is null""";
    private static final String AFTER_ALL = "\udbff\udfff";

    private final List<Object> values = new ArrayList<>();
    private final Search search;
    private final Optional<String> question;
    private final String conditions;

    /** @param user whom the search names, if it names anybody */
    SearchStatement(Search search, AccountId user) {
        this.search = search;
        this.question = search.query().map(this::question);
        var all = new ArrayList<String>();
        question.ifPresent(asked -> all.add("t.words @@ " + asked));
        search.tags().ifPresent(tags -> all.add("(" + tags.sql(this::bind) + ")"));
        search.url().ifPresent(url -> all.add(address(url)));
        if (!search.languages().isEmpty()) {
            var ids = search.languages().stream().map(Language::id).toArray(String[]::new);
            all.add("t.language = any(" + bind(ids) + "::text[])");
        }
        if (!search.categories().isEmpty()) {
            var names = search.categories().stream().map(Category::toString).toArray(String[]::new);
            all.add("t.category = any(" + bind(names) + "::text[])");
        }
        if (user != null) {
            all.add("i.account_id = " + bind(user.value()));
        }
        conditions = all.stream().reduce("", (before, one) -> before + "\n  and " + one);
    }

    Tuple values() {
        return Tuple.from(values);
    }

    /** How many there are, counted up to where lists end. */
    String total() {
        return "select count(*)::int as total from (select 1 " + LISTED + conditions + "\nlimit " + (Part.DEEPEST + 1)
                + ") found";
    }

    /** The ids of the page, in order. */
    String page() {
        return (search.isRanked() ? byMatch() : byRank(search.sort().column()))
                + "\nlimit " + search.part().limit() + " offset "
                + search.part().offset();
    }

    private String byMatch() {
        return """
                with found as materialized (
                    select t.id, ts_rank(t.words, %s) as weight %s%s
                    limit %d)
                select found.id from found left join thing_ranks r on r.thing_id = found.id
                order by found.weight * (1 + ln(1 + coalesce(r.flattrs, 0))) desc, found.id desc""".formatted(question.orElseThrow(), LISTED, conditions, Part.DEEPEST);
    }

    private String byRank(String rank) {
        return """
                with ranked as materialized (
                    select t.id, r.%1$s as score %2$s
                    order by r.%1$s desc, r.thing_id desc limit %3$d),
                others as materialized (
                    select t.id, 0::bigint as score %4$s
                      and (select count(*) from ranked) < %3$d
                      and not exists (select from thing_ranks r where r.thing_id = t.id and r.%1$s > 0)
                    order by t.id desc limit %3$d)
                select id from (select * from ranked union all select * from others) found
                order by score desc, id desc""".formatted(
                        rank,
                        "from thing_ranks r join things t on t.id = r.thing_id\njoin identities i on i.id = t.identity_id\n"
                                + "where r." + rank
                                + " > 0 and not t.hidden and t.deleted_at is null and i.opted_out_at is null"
                                + conditions,
                        search.part().end(),
                        LISTED + conditions);
    }

    /** Read once, whatever it costs to read it in every grammar. */
    private String question(String asked) {
        return "(select catalogue_question(" + bind(asked) + "::text))";
    }

    private String address(ThingUrl url) {
        return url.key().endsWith("/")
                ? "t.url_key >= " + bind(url.key()) + " and t.url_key < " + bind(url.key() + AFTER_ALL)
                : "t.url_key = " + bind(url.key());
    }

    private String bind(Object value) {
        values.add(value);
        return "$" + values.size();
    }
}

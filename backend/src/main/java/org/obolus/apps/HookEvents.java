package org.obolus.apps;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Month;
import org.obolus.database.Sql;
import org.obolus.flattrs.FlattrsTold;
import org.obolus.flattrs.TouchedThing;
import org.obolus.identities.ClaimDecided;
import org.obolus.payments.Deposit;
import org.obolus.payments.DepositDecided;
import org.obolus.settlement.MonthTold;

/** Writes what web hooks tell of into their outbox, in the transaction in which it happens, with one statement each. */
@ApplicationScoped
class HookEvents implements FlattrsTold, DepositDecided, ClaimDecided, MonthTold {

    private static final String OF_CLICKS = ofThings("""
        (select *, $6::date as month
         from unnest($3::bigint[], $4::timestamptz[], $5::bigint[]) click(thing_id, at, supporter_id))""");
    /** Those that this transaction has voided. */
    private static final String OF_VOIDS = ofThings("""
        (select thing_id, voided_at as at, supporter_id, month from voids
         where identity_id = $3 and operator_id is null and xmin = pg_current_xact_id()::xid)""");

    private static final String TO_PARTNERS = """
        insert into hook_deliveries (endpoint_id, id, event, data, happened_at, due_at)
        select e.id, gen_random_uuid(), $3, json_build_object('_event', $3::text, 'thing_id', t.id,
            'thing_owner_id', i.name, 'thing_clicks_total', coalesce(c.flattrs, 0), 'flattrer_username', '',
            'claim_url', $4::text || '/dashboard/sites'), g.at, clock_timestamp()
        from unnest($1::bigint[], $2::timestamptz[]) g(thing_id, at)
        join things t on t.id = g.thing_id
        join identities i on i.id = t.identity_id and i.account_id is null
        join hook_endpoints e on e.partner_of is not null and e.disabled_at is null
            and (i.name = 'site:' || e.partner_of or right(i.name, length(e.partner_of) + 1) = '.' || e.partner_of)
        left join counters c on c.thing_id = t.id
        order by g.at, t.id, e.id\
        """;
    private static final String TO_ONE = told("$3", "calendar_now()", "$4::text::json", "(select)");
    private static final String CLAIM = told(
            "$3::bigint",
            "calendar_now()",
            "json_build_object('identity', case when starts_with(i.name, 'email:') then 'email' else i.name end)",
            "(select name from identities where id = $4)");
    /** What happens to all at once finds everybody who is told of it once, and not again for each of them. */
    private static final String LISTENERS_OF_ALL = """
        (select e.account_id as person, e.id as endpoint_id, null::bigint as account_id, null::text as scope
         from hook_endpoints e
         where e.app_id is null and e.events @> array[$1::text] and e.disabled_at is null
         union
         select g.account_id, e.id, g.account_id, $2::text
         from hook_endpoints e join grants g on g.app_id = e.app_id
         where e.events @> array[$1::text] and e.disabled_at is null and g.ended_at is null and g.expires_at > now()
           and g.scopes @> array[$2::text])""";

    private static final String PROVISIONAL =
            told("calendar_now()", "json_build_object('month', $3::text)", LISTENERS_OF_ALL + " l");
    private static final String FINAL = told("calendar_now()", """
        json_build_object('month', $3::text,
            'gross_micros', coalesce(c.gross, 0), 'fee_micros', coalesce(c.fee, 0),
            'net_micros', coalesce(c.gross - c.fee, 0))""", LISTENERS_OF_ALL + """
         l left join credits c on c.account_id = l.person and c.month = $4""");

    private final HookInterest interest;
    private final String server;

    HookEvents(HookInterest interest, @ConfigProperty(name = "obolus.url") String server) {
        this.interest = interest;
        this.server = server;
    }

    /** Tells of things with their supporters, who are named where they show what they flattr (money.md, rule 18). */
    private static String ofThings(String things) {
        return told("i.owner_id", "i.at", """
            json_build_object('thing', json_build_object('id', i.thing_id, 'url', i.url, 'title', i.title),
                'month', to_char(i.month, 'YYYY-MM'), 'supporter', i.supporter, 'flattrs', i.flattrs)""", """
            (select g.*, t.url, t.title, o.account_id as owner_id, s.username as supporter,
                 coalesce(c.flattrs, 0) as flattrs
             from %s g
             join things t on t.id = g.thing_id
             join identities o on o.id = t.identity_id
             left join profiles p on p.account_id = g.supporter_id and p.shows_given
             left join accounts s on s.id = p.account_id
             left join counters c on c.thing_id = t.id)""".formatted(things))
                + "order by i.at, i.thing_id, i.supporter_id, l.endpoint_id";
    }

    /** Tells each listener of a person of each item: $1 is the event, $2 the scope that an app needs to hear of it. */
    private static String told(String person, String at, String data, String items) {
        return told(at, data, items + " i cross join lateral hook_listeners(" + person + ", $1::text, $2::text) l\n");
    }

    private static String told(String at, String data, String listeners) {
        return """
            insert into hook_deliveries (endpoint_id, id, event, happened_at, due_at, account_id, scope, data)
            select l.endpoint_id, gen_random_uuid(), $1, %s, clock_timestamp(), l.account_id, l.scope,
                hook_data(%s, l.account_id)
            from %s""".formatted(at, data, listeners);
    }

    @Override
    public Uni<Void> given(SqlConnection connection, Month month, List<TouchedThing> things) {
        return toCreators(connection, HookEvent.THING_FLATTRED, month, things)
                .chain(() -> ifWanted(connection, HookEndpoint.PARTNER_EVENT, () -> {
                    var values = Tuple.of(ids(things), times(things), HookEndpoint.PARTNER_EVENT, server);
                    return Sql.run(connection, TO_PARTNERS, values);
                }));
    }

    @Override
    public Uni<Void> takenBack(SqlConnection connection, Month month, List<TouchedThing> things) {
        return toCreators(connection, HookEvent.THING_UNFLATTRED, month, things);
    }

    private Uni<Void> toCreators(SqlConnection connection, HookEvent event, Month month, List<TouchedThing> things) {
        return tell(connection, event, OF_CLICKS, ids(things), times(things), supporters(things), month.firstDay());
    }

    /** Each by itself, since their supporters and months differ. */
    @Override
    public Uni<Void> voided(SqlConnection connection, long identity) {
        return tell(connection, HookEvent.THING_UNFLATTRED, OF_VOIDS, identity);
    }

    @Override
    public Uni<Void> decided(SqlConnection connection, Deposit deposit, Deposit.State end) {
        var event = end == Deposit.State.PAID ? HookEvent.DEPOSIT_PAID : HookEvent.DEPOSIT_CANCELED;
        var data = new JsonObject()
                .put("deposit", deposit.id())
                .put("amount_micros", deposit.amount().micros())
                .encode();
        return tell(connection, event, TO_ONE, deposit.account().value(), data);
    }

    @Override
    public Uni<Void> claimed(SqlConnection connection, long identityId, AccountId claimer, long claimId) {
        return tell(connection, HookEvent.CLAIM_MADE, CLAIM, claimer.value(), identityId);
    }

    @Override
    public Uni<Void> ended(SqlConnection connection, long identityId, AccountId claimer) {
        return tell(connection, HookEvent.CLAIM_ENDED, CLAIM, claimer.value(), identityId);
    }

    @Override
    public Uni<Void> provisional(SqlConnection connection, Month month) {
        return tell(connection, HookEvent.SETTLEMENT_PROVISIONAL, PROVISIONAL, month.toString());
    }

    @Override
    public Uni<Void> settled(SqlConnection connection, Month month) {
        return tell(connection, HookEvent.SETTLEMENT_FINAL, FINAL, month.toString(), month.firstDay());
    }

    private Uni<Void> tell(SqlConnection connection, HookEvent event, String statement, Object... values) {
        var all = Tuple.of(event.toString(), event.scopeOfApps().toString());
        Arrays.stream(values).forEach(all::addValue);
        return ifWanted(connection, event.toString(), () -> Sql.run(connection, statement, all));
    }

    private Uni<Void> ifWanted(SqlConnection connection, String event, Supplier<Uni<Integer>> write) {
        return interest.in(connection, event)
                .chain(wanted -> wanted
                        ? write.get().replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    private static Long[] ids(List<TouchedThing> things) {
        return things.stream().map(thing -> thing.thing().value()).toArray(Long[]::new);
    }

    private static Long[] supporters(List<TouchedThing> things) {
        return things.stream().map(thing -> thing.supporter().value()).toArray(Long[]::new);
    }

    private static OffsetDateTime[] times(List<TouchedThing> things) {
        return things.stream().map(thing -> thing.at().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }
}

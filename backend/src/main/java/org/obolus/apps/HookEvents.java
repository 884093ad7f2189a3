package org.obolus.apps;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    private static final String TO_CREATORS = """
        insert into hook_deliveries (endpoint_id, id, event, data, happened_at, due_at)
        select e.id, gen_random_uuid(), $3, json_build_object(
            'thing', json_build_object('id', t.id, 'url', t.url, 'title', t.title), 'month', $4::text,
            'supporter', null, 'flattrs', coalesce(c.flattrs, 0)), g.at, clock_timestamp()
        from unnest($1::bigint[], $2::timestamptz[]) g(thing_id, at)
        join things t on t.id = g.thing_id
        join identities i on i.id = t.identity_id
        join hook_endpoints e on e.account_id = i.account_id and e.events @> array[$3::text]
            and e.disabled_at is null
        left join counters c on c.thing_id = t.id
        order by g.at, t.id, e.id\
        """;
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
    private static final String TO_ONE = """
        insert into hook_deliveries (endpoint_id, id, event, data, happened_at, due_at)
        select e.id, gen_random_uuid(), $2, $3::text::json, calendar_now(), clock_timestamp()
        from hook_endpoints e
        where e.account_id = $1 and e.events @> array[$2::text] and e.disabled_at is null order by e.id\
        """;
    private static final String CLAIM = """
        insert into hook_deliveries (endpoint_id, id, event, data, happened_at, due_at)
        select e.id, gen_random_uuid(), $2, json_build_object('identity', i.name), calendar_now(), clock_timestamp()
        from hook_endpoints e, identities i
        where i.id = $3 and e.account_id = $1 and e.events @> array[$2::text] and e.disabled_at is null
        order by e.id\
        """;
    private static final String PROVISIONAL = """
        insert into hook_deliveries (endpoint_id, id, event, data, happened_at, due_at)
        select e.id, gen_random_uuid(), $1, json_build_object('month', $2::text), calendar_now(), clock_timestamp()
        from hook_endpoints e where e.events @> array[$1::text] and e.disabled_at is null order by e.id\
        """;
    private static final String FINAL = """
        insert into hook_deliveries (endpoint_id, id, event, data, happened_at, due_at)
        select e.id, gen_random_uuid(), $1, json_build_object('month', $2::text,
            'gross_micros', coalesce(c.gross, 0), 'fee_micros', coalesce(c.fee, 0),
            'net_micros', coalesce(c.gross - c.fee, 0)), calendar_now(), clock_timestamp()
        from hook_endpoints e left join credits c on c.account_id = e.account_id and c.month = $3
        where e.events @> array[$1::text] and e.disabled_at is null order by e.id\
        """;

    private final HookInterest interest;
    private final String server;

    HookEvents(HookInterest interest, @ConfigProperty(name = "obolus.url") String server) {
        this.interest = interest;
        this.server = server;
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
        return ifWanted(connection, event.toString(), () -> {
            var values = Tuple.of(ids(things), times(things), event.toString(), month.toString());
            return Sql.run(connection, TO_CREATORS, values);
        });
    }

    @Override
    public Uni<Void> decided(SqlConnection connection, Deposit deposit, Deposit.State end) {
        var event = end == Deposit.State.PAID ? HookEvent.DEPOSIT_PAID : HookEvent.DEPOSIT_CANCELED;
        var data = new JsonObject()
                .put("deposit", deposit.id())
                .put("amount_micros", deposit.amount().micros())
                .encode();
        var values = Tuple.of(deposit.account().value(), event.toString(), data);
        return ifWanted(connection, event.toString(), () -> Sql.run(connection, TO_ONE, values));
    }

    @Override
    public Uni<Void> claimed(SqlConnection connection, long identityId, AccountId claimer, long claimId) {
        return claim(connection, HookEvent.CLAIM_MADE, identityId, claimer);
    }

    @Override
    public Uni<Void> ended(SqlConnection connection, long identityId, AccountId claimer) {
        return claim(connection, HookEvent.CLAIM_ENDED, identityId, claimer);
    }

    private Uni<Void> claim(SqlConnection connection, HookEvent event, long identity, AccountId claimer) {
        var values = Tuple.of(claimer.value(), event.toString(), identity);
        return ifWanted(connection, event.toString(), () -> Sql.run(connection, CLAIM, values));
    }

    @Override
    public Uni<Void> provisional(SqlConnection connection, Month month) {
        var event = HookEvent.SETTLEMENT_PROVISIONAL.toString();
        return ifWanted(connection, event, () -> Sql.run(connection, PROVISIONAL, Tuple.of(event, month.toString())));
    }

    @Override
    public Uni<Void> settled(SqlConnection connection, Month month) {
        var event = HookEvent.SETTLEMENT_FINAL.toString();
        var values = Tuple.of(event, month.toString(), month.firstDay());
        return ifWanted(connection, event, () -> Sql.run(connection, FINAL, values));
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

    private static OffsetDateTime[] times(List<TouchedThing> things) {
        return things.stream().map(thing -> thing.at().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }
}

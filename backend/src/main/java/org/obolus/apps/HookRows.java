package org.obolus.apps;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obolus.accounts.AccountId;
import org.obolus.database.PageWish;
import org.obolus.database.Sql;
import org.obolus.web.WebUrl;

/** Endpoints and deliveries as their owner sees and changes them. */
final class HookRows {

    private static final String ENDPOINT = """
        select id, app_id, url, events, partner_of, secret, private_key, public_key,
            case when keys_until > clock_timestamp() then old_secret end as old_secret, old_private_key,
            old_public_key, failing_since, disabled_at, disabled_for, created_at
        from hook_endpoints where account_id = $1\s\
        """;
    static final String LIST = ENDPOINT + "order by id";
    static final String FIND = ENDPOINT + "and id = $2";
    private static final String ADD = """
        insert into hook_endpoints
            (account_id, url, events, partner_of, secret, private_key, public_key, created_at, app_id)
        select $1, $2, $3, $4, $5, $6, $7, clock_timestamp(), $9
        where (select count(*) from hook_endpoints where account_id = $1) < $8
        returning id\
        """;
    private static final String CHANGE = """
        update hook_endpoints set url = coalesce($3, url), events = coalesce($4, events),
            disabled_at = case $5::boolean when true then null when false then coalesce(disabled_at, clock_timestamp())
                          else disabled_at end,
            disabled_for = case $5::boolean when true then null when false then coalesce(disabled_for, 'owner')
                           else disabled_for end,
            failing_since = case when $5::boolean then null else failing_since end
        where account_id = $1 and id = $2\
        """;
    private static final String ROTATE = """
        update hook_endpoints set old_secret = secret, old_private_key = private_key, old_public_key = public_key,
            keys_until = clock_timestamp() + interval '1 day', secret = $3, private_key = $4, public_key = $5
        where account_id = $1 and id = $2\
        """;
    private static final String DELETE = "delete from hook_endpoints where account_id = $1 and id = $2";
    private static final String DELETE_OF_APP = "delete from hook_endpoints where app_id = $1";
    private static final String DELIVERIES = """
        select d.number, d.id, d.event, case when d.account_id is null or d.delivered_at is not null
                or app_may_read(e.app_id, d.account_id, d.scope) then d.data::text else '{}' end as data, d.happened_at, d.attempts, d.tried_at, d.status,
            d.failure, d.delivered_at, d.due_at
        from hook_endpoints e join hook_deliveries d on d.endpoint_id = e.id
        where e.account_id = $1 and e.id = $2 and d.number < $3
        order by d.number desc limit $4\
        """;
    private static final String REPLAY = """
        update hook_deliveries set due_at = clock_timestamp(), attempts = 0, delivered_at = null
        where endpoint_id = (select id from hook_endpoints where account_id = $1 and id = $2) and number = $3\
        """;
    private static final String TEST = """
        insert into hook_deliveries (endpoint_id, id, event, data, happened_at, due_at)
        select id, gen_random_uuid(), 'hook.test', '{}', clock_timestamp(), clock_timestamp()
        from hook_endpoints where account_id = $1 and id = $2\
        """;

    private HookRows() {}

    static Uni<List<HookEndpoint>> list(SqlConnection connection, AccountId owner) {
        return Sql.list(connection, LIST, Tuple.of(owner.value()), HookEndpoint::of);
    }

    static Uni<Optional<HookEndpoint>> find(SqlConnection connection, AccountId owner, long id) {
        return Sql.first(connection, FIND, Tuple.of(owner.value(), id), HookEndpoint::of);
    }

    /** The new endpoint's id; nothing where the account has as many as it may. */
    static Uni<Optional<Long>> add(SqlConnection connection, AccountId owner, NewHook wanted, HookKeys keys, int most) {
        var row = Tuple.tuple()
                .addLong(owner.value())
                .addString(wanted.url().toString())
                .addArrayOfString(wanted.eventNames())
                .addString(wanted.partnerOf().orElse(null))
                .addValue(Buffer.buffer(keys.secret()))
                .addValue(Buffer.buffer(keys.privateKey()))
                .addValue(Buffer.buffer(keys.publicKey()))
                .addInteger(most)
                .addUUID(wanted.app().orElse(null));
        return Sql.first(connection, ADD, row, added -> added.getLong("id"));
    }

    static Uni<Integer> change(
            SqlConnection connection,
            AccountId owner,
            long id,
            Optional<WebUrl> url,
            Optional<Collection<HookEvent>> events,
            Optional<Boolean> enabled) {
        var row = Tuple.tuple()
                .addLong(owner.value())
                .addLong(id)
                .addString(url.map(WebUrl::toString).orElse(null))
                .addArrayOfString(events.map(NewHook::names).orElse(null))
                .addBoolean(enabled.orElse(null));
        return Sql.run(connection, CHANGE, row);
    }

    static Uni<Integer> rotate(SqlConnection connection, AccountId owner, long id, HookKeys keys) {
        return Sql.run(
                connection,
                ROTATE,
                Tuple.of(
                        owner.value(),
                        id,
                        Buffer.buffer(keys.secret()),
                        Buffer.buffer(keys.privateKey()),
                        Buffer.buffer(keys.publicKey())));
    }

    static Uni<Integer> delete(SqlConnection connection, AccountId owner, long id) {
        return Sql.run(connection, DELETE, Tuple.of(owner.value(), id));
    }

    static Uni<Integer> deleteAllOf(SqlConnection connection, UUID app) {
        return Sql.run(connection, DELETE_OF_APP, Tuple.of(app));
    }

    static Uni<List<HookDelivery>> deliveries(SqlConnection connection, AccountId owner, long id, PageWish wish) {
        return Sql.list(
                connection, DELIVERIES, Tuple.of(owner.value(), id, wish.before(), wish.rows()), HookDelivery::of);
    }

    static Uni<Integer> replay(SqlConnection connection, AccountId owner, long id, long number) {
        return Sql.run(connection, REPLAY, Tuple.of(owner.value(), id, number));
    }

    static Uni<Integer> test(SqlConnection connection, AccountId owner, long id) {
        return Sql.run(connection, TEST, Tuple.of(owner.value(), id));
    }
}

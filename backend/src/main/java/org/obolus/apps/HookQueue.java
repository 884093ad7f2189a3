package org.obolus.apps;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.database.Mail;
import org.obolus.database.Outbox;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** What is due to be sent, and what came of it. An endpoint is in one server's hands at a time. */
@ApplicationScoped
class HookQueue {

    /** The rows of endpoints in other hands are passed over, so that no endpoint keeps the others waiting. */
    private static final String TAKE = """
        update hook_endpoints set busy_until = clock_timestamp() + $2::bigint * interval '1 second'
        where id in (
            select e.id from hook_endpoints e
            where e.busy_until <= clock_timestamp() and e.disabled_at is null and e.id in (
                select d.endpoint_id from hook_deliveries d join hook_endpoints f on f.id = d.endpoint_id
                where d.due_at <= clock_timestamp() and f.busy_until <= clock_timestamp() and f.disabled_at is null
                order by d.due_at limit 1000)
            order by e.id limit $1 for update skip locked)
        returning id, app_id, url, events, partner_of, secret, private_key, public_key,
            case when keys_until > clock_timestamp() then old_secret end as old_secret, old_private_key,
            old_public_key, failing_since, disabled_at, disabled_for, created_at\
        """;

    private static final String DUE = """
        select number, id, event, data::text as data, happened_at, attempts, tried_at, status, failure,
            delivered_at, due_at
        from hook_deliveries where endpoint_id = $1 and due_at <= clock_timestamp()
        order by number limit $2\
        """;
    /**
     * Whoever has ended the access of an app is told of no more there, and what was to be told is forgotten. Answers a row
     * where the message is still due and may be told: of two servers that have read it, one waits here for the other.
     */
    private static final String JUDGE = """
        with judged as (
            select d.endpoint_id, d.number, d.account_id is null or app_may_read(e.app_id, d.account_id, d.scope) as allowed
            from hook_deliveries d join hook_endpoints e on e.id = d.endpoint_id
            where d.endpoint_id = $1 and d.number = $2 and d.due_at <= clock_timestamp()
            for update of d),
        dropped as (
            update hook_deliveries d set due_at = null, data = '{}', failure = 'Its person has ended the access.'
            from judged j where not j.allowed and d.endpoint_id = j.endpoint_id and d.number = j.number)
        select from judged where allowed\
        """;

    private static final String RELEASE = """
        update hook_endpoints set busy_until = clock_timestamp() + $2::bigint * interval '1 second' where id = $1\
        """;
    private static final String DELIVERED = """
        with sent as (
            update hook_deliveries
            set delivered_at = clock_timestamp(), tried_at = clock_timestamp(), due_at = null,
                attempts = attempts + 1, status = $3, failure = null
            where endpoint_id = $1 and number = $2)
        update hook_endpoints set failing_since = null where id = $1 and failing_since is not null\
        """;
    private static final String FAILED = """
        with tried as (
            update hook_deliveries
            set tried_at = clock_timestamp(), attempts = attempts + 1, status = $3, failure = $4,
                due_at = clock_timestamp() + $5::bigint * interval '1 millisecond'
            where endpoint_id = $1 and number = $2)
        update hook_endpoints set failing_since = clock_timestamp() where id = $1 and failing_since is null\
        """;
    private static final String DISABLE = """
        update hook_endpoints e set disabled_at = clock_timestamp(), disabled_for = $2
        from accounts a
        where e.id = $1 and e.disabled_at is null and a.id = e.account_id
          and ($2 = 'gone' or e.failing_since < clock_timestamp() - $3::bigint * interval '1 second')
        returning a.username, a.email, e.url\
        """;
    private static final String FORGET = """
        delete from hook_deliveries where (endpoint_id, number) in (
            select endpoint_id, number from hook_deliveries
            where written_at < clock_timestamp() - interval '30 days' order by written_at limit 10000)\
        """;

    private final Transactions transactions;
    private final Outbox outbox;
    private final String server;

    HookQueue(Transactions transactions, Outbox outbox, @ConfigProperty(name = "obolus.url") String server) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.server = server;
    }

    /** Endpoints with something due, held for as long as the lease; whoever dies with one leaves it to others then. */
    Uni<List<HookEndpoint>> take(int most, Duration lease) {
        var values = Tuple.of(most, lease.toSeconds());
        return transactions.run(connection -> Sql.list(connection, TAKE, values, HookEndpoint::of));
    }

    /** In the order in which it happened. */
    Uni<List<HookDelivery>> due(HookEndpoint endpoint, int most) {
        var values = Tuple.of(endpoint.id(), most);
        return transactions.read(connection -> Sql.list(connection, DUE, values, HookDelivery::of));
    }

    /** Whether it is still to be sent: somebody may have ended the access of the app that is told while others were sent. */
    Uni<Boolean> mayBeSent(HookEndpoint endpoint, HookDelivery delivery) {
        var values = Tuple.of(endpoint.id(), delivery.number());
        return endpoint.app().isEmpty()
                ? Uni.createFrom().item(true)
                : transactions
                        .run(connection -> Sql.first(connection, JUDGE, values, row -> row))
                        .map(Optional::isPresent);
    }

    Uni<Void> release(HookEndpoint endpoint, Duration pause) {
        var values = Tuple.of(endpoint.id(), pause.toSeconds());
        return transactions
                .run(connection -> Sql.run(connection, RELEASE, values))
                .replaceWithVoid();
    }

    Uni<Void> delivered(HookEndpoint endpoint, HookDelivery delivery, int status) {
        var values = Tuple.of(endpoint.id(), delivery.number(), status);
        return transactions
                .run(connection -> Sql.run(connection, DELIVERED, values))
                .replaceWithVoid();
    }

    /** To be tried again after the pause, or never where there is none. */
    Uni<Void> failed(
            HookEndpoint endpoint, HookDelivery delivery, Integer status, String failure, Optional<Duration> pause) {
        var values = Tuple.tuple()
                .addLong(endpoint.id())
                .addLong(delivery.number())
                .addInteger(status)
                .addString(failure)
                .addLong(pause.map(Duration::toMillis).orElse(null));
        return transactions
                .run(connection -> Sql.run(connection, FAILED, values))
                .replaceWithVoid();
    }

    /** Sends nothing there any more and tells its owner, once; of what only fails, not before it did so for long. */
    Uni<Void> disable(HookEndpoint endpoint, String reason, Duration failingFor) {
        var values = Tuple.of(endpoint.id(), reason, failingFor.toSeconds());
        return transactions.run(connection -> Sql.first(connection, DISABLE, values, row -> mail(row, reason, endpoint))
                .chain(mail -> mail.isPresent()
                        ? outbox.put(connection, mail.get())
                        : Uni.createFrom().voidItem()));
    }

    private Mail mail(Row owner, String reason, HookEndpoint endpoint) {
        var why = reason.equals("gone") ? "it answers that it is gone (410)" : "it has failed for three days";
        var values = Map.of(
                "username",
                owner.getString("username"),
                "url",
                owner.getString("url"),
                "why",
                why,
                "link",
                server + "/dashboard/hooks/" + endpoint.id());
        return new Mail("hook-disabled", owner.getString("email"), values);
    }

    /** The log is kept for 30 days. */
    Uni<Void> forget() {
        return transactions
                .run(connection -> Sql.run(connection, FORGET, Tuple.tuple()))
                .chain(forgotten -> forgotten < 10_000 ? Uni.createFrom().voidItem() : forget());
    }
}

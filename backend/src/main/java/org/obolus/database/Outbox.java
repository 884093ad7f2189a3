package org.obolus.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What leaves the system, written in the transaction that causes it and sent by a job. */
@ApplicationScoped
public class Outbox {

    private static final String PUT = """
            insert into outbox (kind, payload, created_at, due_at) values ($1, $2, now(), now())""";
    private static final String NOTHING = """
            insert into outbox (kind, payload, created_at, due_at, sent_at) values ('nothing', '', now(), now(), now())""";
    private static final String TAKE = """
            update outbox set attempts = attempts + 1, due_at = now() + $3::bigint * interval '1 second'
            where id in (select id from outbox
                         where kind = $1 and due_at <= now() and sent_at is null and given_up_at is null
                         order by due_at limit $2 for update skip locked)
            returning id, payload, attempts, created_at""";
    private static final String SENT = """
            update outbox set sent_at = now(), payload = case when $2 then payload else '' end where id = $1""";
    private static final String FAILED = """
            update outbox
            set due_at = now() + $2::bigint * interval '1 second',
                try_until = least(try_until, now() + $4::bigint * interval '1 second'),
                given_up_at = case
                    when created_at < now() - $3::bigint * interval '1 second' then now()
                    when least(try_until, now() + $4::bigint * interval '1 second')
                        < now() + $2::bigint * interval '1 second' then now() end
            where id = $1 and sent_at is null""";

    private static final String FORGET = """
            delete from outbox
            where coalesce(sent_at, given_up_at) < now() - $1::bigint * interval '1 second'""";
    private static final String NEWEST = """
            select id, payload, attempts, created_at from outbox where kind = $1 and payload <> ''
            order by id desc limit $2""";

    private final Transactions transactions;
    private final ObjectMapper json;

    Outbox(Transactions transactions, ObjectMapper json) {
        this.transactions = transactions;
        this.json = json;
    }

    /** Something that is due to be sent. */
    public record Due(long id, String payload, int attempts, Instant createdAt) {

        private static Due of(Row row) {
            return new Due(
                    row.getLong("id"),
                    row.getString("payload"),
                    row.getInteger("attempts"),
                    row.getOffsetDateTime("created_at").toInstant());
        }
    }

    public Uni<Void> put(SqlConnection connection, Mail mail) {
        return put(connection, Mail.KIND, mail);
    }

    public Uni<Void> put(SqlConnection connection, String kind, Object payload) {
        return Sql.run(connection, PUT, Tuple.of(kind, written(payload))).replaceWithVoid();
    }

    /** Costs what writing costs, so that the time of an answer does not tell whether anything was written. */
    public Uni<Void> putNothing(SqlConnection connection) {
        return Sql.run(connection, NOTHING, Tuple.tuple()).replaceWithVoid();
    }

    /** Takes what is due for as long as the lease; whoever dies with it leaves it to others when the lease is over. */
    public Uni<List<Due>> take(String kind, int most, Duration lease) {
        var values = Tuple.of(kind, most, lease.toSeconds());
        return transactions.run(connection -> Sql.list(connection, TAKE, values, Due::of));
    }

    /** What was written last, sent or not, as far as its content has been kept. */
    public Uni<List<Due>> newest(String kind, int most) {
        return transactions.read(connection -> Sql.list(connection, NEWEST, Tuple.of(kind, most), Due::of));
    }

    /** Remembers that it was sent; its content is forgotten unless it is to be kept. */
    public Uni<Void> sent(Due due, boolean keepContent) {
        var values = Tuple.of(due.id(), keepContent);
        return transactions.run(connection -> Sql.run(connection, SENT, values)).replaceWithVoid();
    }

    /** Tries again later, unless it has been tried for too long. */
    public Uni<Void> failed(Due due, Duration pause, Duration giveUpAfter) {
        return failed(due, pause, giveUpAfter, null);
    }

    /**
     * As {@link #failed}, where nobody knows whether it was heard: it is sent no more once that could make it heard twice.
     *
     * @param repeatsFor for how long from now whoever hears it knows it again
     */
    public Uni<Void> unanswered(Due due, Duration pause, Duration giveUpAfter, Duration repeatsFor) {
        return failed(due, pause, giveUpAfter, repeatsFor.toSeconds());
    }

    private Uni<Void> failed(Due due, Duration pause, Duration giveUpAfter, Long repeatsFor) {
        var values = Tuple.of(due.id(), pause.toSeconds(), giveUpAfter.toSeconds(), repeatsFor);
        return transactions
                .run(connection -> Sql.run(connection, FAILED, values))
                .replaceWithVoid();
    }

    /** Removes what was sent or given up longer ago than this. */
    public Uni<Void> forget(Duration age) {
        var values = Tuple.of(age.toSeconds());
        return transactions
                .run(connection -> Sql.run(connection, FORGET, values))
                .replaceWithVoid();
    }

    private String written(Object payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + payload, impossible);
        }
    }
}

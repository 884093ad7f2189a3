package org.obolus.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/** Gives a request that is sent again the answer of the first time, and its effect only once (money.md, rule 19). */
@ApplicationScoped
public class Idempotency {

    private static final String RESERVE = """
            select pg_try_advisory_xact_lock(hashtextextended(format('%s %s %s', $1::bigint, $2::text, $3::text), 0))
            as reserved""";
    private static final String FIRST = """
            select answer, body_hash = $4 as same from idempotent_answers
            where account_id = $1 and route = $2 and key = $3""";
    private static final String REMEMBER = """
            insert into idempotent_answers (account_id, route, key, body_hash, answer, answered_at)
            values ($1, $2, $3, $4, $5, $6)""";

    private final ObjectMapper json;
    private final Clock clock;

    Idempotency(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * Lets the effect happen in this transaction unless it has happened, and answers as the first time. A refused
     * request has no effect, so its key is free again.
     *
     * @throws KeyRefused when the key stands for another body, or its first request is still running
     */
    public <T> Uni<T> once(SqlConnection connection, KeyedRequest request, Class<T> type, Supplier<Uni<T>> effect) {
        if (request.key().isEmpty()) {
            return effect.get();
        }
        return reserve(connection, request)
                .chain(() -> first(connection, request, type))
                .chain(first -> first.isPresent()
                        ? Uni.createFrom().item(first.get())
                        : effect.get().call(answer -> remember(connection, request, answer)));
    }

    /**
     * The answer of the first time, for whoever has to ask another system before the transaction of the effect.
     *
     * @throws KeyRefused when the key stands for another body
     */
    public <T> Uni<Optional<T>> first(SqlConnection connection, KeyedRequest request, Class<T> type) {
        return request.key().isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : Sql.first(connection, FIRST, named(request).addValue(hash(request)), row -> read(row, type));
    }

    /** The lock ends with the transaction, and whoever gets it next sees what that has written. */
    private Uni<Void> reserve(SqlConnection connection, KeyedRequest request) {
        return Sql.one(connection, RESERVE, named(request), row -> row.getBoolean("reserved"))
                .invoke(reserved -> {
                    if (!reserved) {
                        throw new KeyRefused.InUse();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Integer> remember(SqlConnection connection, KeyedRequest request, Object answer) {
        var row = named(request)
                .addValue(hash(request))
                .addString(written(answer))
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC));
        return Sql.run(connection, REMEMBER, row);
    }

    private <T> T read(Row row, Class<T> type) {
        if (!row.getBoolean("same")) {
            throw new KeyRefused.Reused();
        }
        try {
            return json.readValue(row.getString("answer"), type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A kept answer is no " + type.getSimpleName(), unreadable);
        }
    }

    private static Tuple named(KeyedRequest request) {
        return Tuple.of(request.account(), request.route(), request.key().orElseThrow());
    }

    private Buffer hash(KeyedRequest request) {
        try {
            var body = written(request.body()).getBytes(StandardCharsets.UTF_8);
            return Buffer.buffer(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}

package org.obolus.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** The secrets that sign our own tokens (HS256): made at first start, kept in the database, rotated by adding one. */
@ApplicationScoped
class SigningKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final String ADD_FIRST = """
            insert into signing_keys (id, secret, created_at)
            select $1, $2, $3 where not exists (select from signing_keys where retired_at is null)""";
    private static final String LOAD = """
            select id, secret from signing_keys where retired_at is null order by created_at desc""";

    private final Transactions transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile List<Key> keys = List.of();
    private volatile Map<String, Key> byId = Map.of();

    /** A secret and the name by which tokens refer to it. */
    record Key(String id, SecretKey secret) {

        static Key of(Row row) {
            var secret = row.getBuffer("secret").getBytes();
            return new Key(row.getString("id"), new SecretKeySpec(secret, ALGORITHM));
        }

        /** The HMAC-SHA-256 of a text in base64url. No token begins as these texts do. */
        String authentication(String text) {
            try {
                var mac = Mac.getInstance(ALGORITHM);
                mac.init(secret);
                return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
            } catch (GeneralSecurityException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }
    }

    SigningKeys(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    Key newest() {
        return keys.get(0);
    }

    Optional<Key> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Reads the keys, making the first one on a new database; two servers starting at once agree on one. */
    Uni<Void> load() {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var id = Long.toHexString(random.nextLong());
        var first = Tuple.of(id, Buffer.buffer(secret), clock.instant().atOffset(ZoneOffset.UTC));
        return transactions
                .run(connection -> connection
                        .query("lock table signing_keys in share row exclusive mode")
                        .execute()
                        .chain(() -> Sql.run(connection, ADD_FIRST, first))
                        .chain(() -> Sql.list(connection, LOAD, Tuple.tuple(), Key::of)))
                .invoke(this::remember)
                .replaceWithVoid();
    }

    private void remember(List<Key> loaded) {
        byId = loaded.stream().collect(Collectors.toMap(Key::id, Function.identity()));
        keys = loaded;
    }
}

package org.obolus.identities;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** What this instance alone knows: made at first start, kept in the database, never changed. */
@ApplicationScoped
class InstanceSecrets {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final String MAKE = """
            insert into instance_secrets (name, secret, created_at) values ($1, $2, $3) on conflict do nothing""";
    private static final String LOAD = "select name, secret from instance_secrets";

    private final Transactions transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile Map<String, SecretKeySpec> secrets = Map.of();

    /** What a secret is for, so that nothing made for one thing is good for another. */
    enum Use {
        EMAIL,
        OPT_OUT,
        SEAL;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    InstanceSecrets(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Reads the secrets, making them on a new database; two servers starting at once agree on them. */
    Uni<Void> load() {
        return transactions
                .run(this::make)
                .chain(() -> transactions.read(connection -> Sql.list(connection, LOAD, Tuple.tuple(), row -> row)))
                .invoke(rows -> secrets = rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.getString("name"),
                                row -> new SecretKeySpec(row.getBuffer("secret").getBytes(), ALGORITHM))))
                .replaceWithVoid();
    }

    byte[] authentication(Use use, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secrets.get(use.key()));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** For what nobody else is to read. */
    SecretKey encryptionKey(Use use) {
        return new SecretKeySpec(secrets.get(use.key()).getEncoded(), "AES");
    }

    private Uni<Void> make(SqlConnection connection) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var rows = Stream.of(Use.values())
                .map(use -> Tuple.of(use.key(), Buffer.buffer(random()), now))
                .toList();
        return connection.preparedQuery(MAKE).executeBatch(rows).replaceWithVoid();
    }

    private byte[] random() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}

package org.obolus.identities;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.obolus.accounts.EmailAddress;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** Names people by their e-mail address without keeping it: by its HMAC under a secret of this instance. */
@ApplicationScoped
class EmailNames {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final String MAKE = """
            insert into instance_secrets (name, secret, created_at) values ('email', $1, $2) on conflict do nothing""";
    private static final String LOAD = "select secret from instance_secrets where name = 'email'";

    private final Transactions transactions;
    private final Clock clock;
    private volatile SecretKeySpec secret;

    EmailNames(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Reads the secret, making it on a new database; two servers starting at once agree on one. */
    Uni<Void> load() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        var made = Tuple.of(Buffer.buffer(bytes), clock.instant().atOffset(ZoneOffset.UTC));
        return transactions
                .run(connection -> Sql.run(connection, MAKE, made))
                .chain(() -> transactions.read(connection -> Sql.one(
                        connection,
                        LOAD,
                        Tuple.tuple(),
                        row -> row.getBuffer("secret").getBytes())))
                .invoke(loaded -> secret = new SecretKeySpec(loaded, ALGORITHM))
                .replaceWithVoid();
    }

    IdentityName of(EmailAddress email) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return IdentityName.ofEmail(
                    HexFormat.of().formatHex(mac.doFinal(email.key().getBytes(UTF_8))));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

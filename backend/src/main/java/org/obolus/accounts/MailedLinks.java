package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.database.Sql;

/** Links that prove who reads an address's mail: good once and not for long; only hashes of them are kept. */
@ApplicationScoped
class MailedLinks {

    private static final int SECRET_BYTES = 32;
    private static final String ADD = """
            insert into mailed_links (secret_hash, account_id, purpose, email, expires_at) values ($1, $2, $3, $4, $5)""";
    private static final String PEEK = """
            select l.account_id, l.email, a.username from mailed_links l join accounts a on a.id = l.account_id
            where secret_hash = $1 and purpose = $2 and spent_at is null and expires_at > $3""";
    private static final String SPEND = """
            update mailed_links l set spent_at = $3 from accounts a
            where secret_hash = $1 and purpose = $2 and spent_at is null and expires_at > $3 and a.id = l.account_id
            returning l.account_id, l.email, a.username""";
    private static final String SPEND_ALL = """
            update mailed_links set spent_at = $3 where account_id = $1 and purpose = $2 and spent_at is null""";

    private final String server;
    private final AccountsConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MailedLinks(@ConfigProperty(name = "obolus.url") String server, AccountsConfig config, Clock clock) {
        this.server = server;
        this.config = config;
        this.clock = clock;
    }

    /** What a link is for; its name stands in the link's address. */
    enum Purpose {
        CONFIRM,
        RESET;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whom a link was mailed to. */
    record Link(AccountId account, String username, String email) {

        private static Link of(Row row) {
            return new Link(
                    new AccountId(row.getLong("account_id")), row.getString("username"), row.getString("email"));
        }
    }

    /** Makes a link to be mailed to this account; answers its address. */
    Uni<String> make(SqlClient client, Account account, Purpose purpose) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var expiresAt = clock.instant().plus(config.mailedLinkLasts()).atOffset(ZoneOffset.UTC);
        var row = Tuple.of(hash(secret), account.id().value(), purpose.toString(), account.email(), expiresAt);
        return Sql.run(client, ADD, row).replaceWith(server + "/" + purpose + "/" + secret);
    }

    /** Looks at a link without spending it, because programs that scan mail follow every link. */
    Uni<Link> peek(SqlClient client, String secret, Purpose purpose) {
        return Sql.first(client, PEEK, values(secret, purpose), Link::of).map(MailedLinks::stillGood);
    }

    /** Fails with {@link AccountRefused.LinkSpent} the second time. */
    Uni<Link> spend(SqlClient client, String secret, Purpose purpose) {
        return Sql.first(client, SPEND, values(secret, purpose), Link::of).map(MailedLinks::stillGood);
    }

    Uni<Void> spendAll(SqlClient client, AccountId account, Purpose purpose) {
        var values =
                Tuple.of(account.value(), purpose.toString(), clock.instant().atOffset(ZoneOffset.UTC));
        return Sql.run(client, SPEND_ALL, values).replaceWithVoid();
    }

    private Tuple values(String secret, Purpose purpose) {
        return Tuple.of(
                hash(secret == null ? "" : secret),
                purpose.toString(),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static Link stillGood(Optional<Link> found) {
        return found.orElseThrow(AccountRefused.LinkSpent::new);
    }

    private static Buffer hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return Buffer.buffer(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

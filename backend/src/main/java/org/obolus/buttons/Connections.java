package org.obolus.buttons;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Grant;
import org.obolus.accounts.SiteGrants;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.web.Secret;

/**
 * How a frame on another site comes to act for somebody, and goes on doing so.
 *
 * <p>Our own window hands it a code, good once and only with the secret that the frame alone holds. With it come a token
 * of an hour and a handle, which is renewed together with a signature of a key that cannot leave the frame's storage: a
 * handle that somebody copied is worth nothing, and one that is used twice ends the connection. The frame chooses the
 * next handle and keeps it before it asks, so that an answer which never arrived can be asked for again.
 */
@ApplicationScoped
class Connections {

    private static final Duration CODE_LASTS = Duration.ofMinutes(2);
    private static final Duration OLD_HANDLE_LASTS = Duration.ofSeconds(30);

    private static final String OFFER = """
            insert into button_codes (code, account_id, log_in, site, challenge, expires_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (account_id, site) do update set code = excluded.code, log_in = excluded.log_in,
                challenge = excluded.challenge, expires_at = excluded.expires_at""";
    private static final String REDEEM = """
            delete from button_codes where code = $1
            returning account_id, log_in, site, challenge, expires_at""";
    private static final String BEGIN = """
            insert into button_keys (grant_id, public_key, handle, renewed_at) values ($1, $2, $3, $4)""";
    private static final String HOLD = """
            select k.public_key, k.handle, k.handle_before, k.renewed_at, g.account_id, g.name as site
            from button_keys k join grants g on g.id = k.grant_id
            where k.grant_id = $1 for update of k""";
    private static final String RENEW = """
            update button_keys set handle = $2, handle_before = $3, renewed_at = $4 where grant_id = $1""";

    private final Transactions transactions;
    private final SiteGrants siteGrants;
    private final Clock clock;

    Connections(Transactions transactions, SiteGrants siteGrants, Clock clock) {
        this.transactions = transactions;
        this.siteGrants = siteGrants;
        this.clock = clock;
    }

    /** What a frame gets: a token to act with, and the handle for the next one. */
    record Connected(String token, Handle handle) {}

    /** What a frame signs to get its next token. */
    record Renewal(Handle handle, Handle next, SiteOrigin site, String signature) {

        private String signed() {
            return handle.written() + " " + next.written() + " " + site;
        }

        private boolean isOfOneGrant() {
            return next.grant().equals(handle.grant()) && !next.equals(handle);
        }
    }

    /** What somebody allowed in our own window. */
    private record Offered(AccountId account, UUID logIn, String site, Buffer challenge, OffsetDateTime expiresAt) {

        static Offered of(Row row) {
            return new Offered(
                    new AccountId(row.getLong("account_id")),
                    row.getUUID("log_in"),
                    row.getString("site"),
                    row.getBuffer("challenge").getDelegate(),
                    row.getOffsetDateTime("expires_at"));
        }
    }

    /** A handle as the database knows it. */
    private record Kept(
            FrameKey key,
            Buffer handle,
            Optional<Buffer> before,
            OffsetDateTime renewedAt,
            AccountId account,
            String site) {

        static Kept of(Row row) {
            return new Kept(
                    new FrameKey(row.getBuffer("public_key").getBytes()),
                    row.getBuffer("handle").getDelegate(),
                    Optional.ofNullable(row.getBuffer("handle_before")).map(before -> before.getDelegate()),
                    row.getOffsetDateTime("renewed_at"),
                    new AccountId(row.getLong("account_id")),
                    row.getString("site"));
        }
    }

    /** A code that only the frame with the secret behind the challenge can redeem; the one before it is spent. */
    Uni<Secret> offer(Grant logIn, SiteOrigin site, Buffer challenge) {
        var code = Secret.random();
        var account = logIn.account().value();
        var values = Tuple.of(code.hash(), account, logIn.id(), site.value(), challenge, now().plus(CODE_LASTS));
        return transactions
                .run(connection -> Sql.run(connection, OFFER, values))
                .replaceWith(code);
    }

    /** Fails with {@link ButtonRefused.NotConnected}; the code is spent all the same. */
    Uni<Connected> redeem(Secret code, Secret verifier, SiteOrigin site, FrameKey key) {
        return transactions
                .run(connection -> Sql.first(connection, REDEEM, Tuple.of(code.hash()), Offered::of)
                        .chain(found -> found.filter(offered -> isGood(offered, verifier, site))
                                .map(offered -> begin(connection, offered, site, key))
                                .orElseGet(Connections::nobody)))
                .map(connected -> connected.orElseThrow(ButtonRefused.NotConnected::new));
    }

    /** Fails with {@link ButtonRefused.NotConnected}; a handle that was used before ends the connection. */
    Uni<Connected> renew(Renewal asked) {
        var grant = asked.handle.grant();
        return transactions
                .run(connection -> Sql.first(connection, HOLD, Tuple.of(grant), Kept::of)
                        .chain(found -> found.filter(kept -> isSigned(kept, asked))
                                .map(kept -> renew(connection, asked, kept))
                                .orElseGet(Connections::nobody)))
                .onFailure(Reused.class)
                .recoverWithUni(reused -> end(reused, grant))
                .map(connected -> connected.orElseThrow(ButtonRefused.NotConnected::new));
    }

    private boolean isGood(Offered offered, Secret verifier, SiteOrigin site) {
        var isOfThisFrame = offered.site.equals(site.value()) && offered.challenge.equals(verifier.hash());
        if (!isOfThisFrame) {
            Log.warnf("A code for the button on %s came from another frame, on %s", offered.site, site);
        }
        return isOfThisFrame && offered.expiresAt.isAfter(now());
    }

    private static boolean isSigned(Kept kept, Renewal asked) {
        var isOfThisKey = kept.site.equals(asked.site.value()) && kept.key.signed(asked.signed(), asked.signature);
        if (!isOfThisKey) {
            Log.warnf("A handle of the button on %s came without its key, from %s", kept.site, asked.site);
        }
        return isOfThisKey && asked.isOfOneGrant();
    }

    private Uni<Optional<Connected>> begin(SqlConnection connection, Offered offered, SiteOrigin site, FrameKey key) {
        return siteGrants
                .begin(connection, offered.account, offered.logIn, site.value())
                .chain(grant -> grant.map(begun -> keep(connection, begun, key)).orElseGet(Connections::nobody));
    }

    private Uni<Optional<Connected>> keep(SqlConnection connection, UUID grant, FrameKey key) {
        var handle = new Handle(grant, Secret.random());
        var row = Tuple.of(grant, Buffer.buffer(key.encoded()), handle.secret().hash(), now());
        return Sql.run(connection, BEGIN, row).chain(() -> connected(connection, handle));
    }

    /** Of an older handle only its own successor is given again; another one only where two frames asked at once. */
    private Uni<Optional<Connected>> renew(SqlConnection connection, Renewal asked, Kept kept) {
        var hash = asked.handle.secret().hash();
        var isCurrent = kept.handle.equals(hash);
        var isBefore = kept.before.filter(hash::equals).isPresent();
        if (isBefore && kept.handle.equals(asked.next.secret().hash())) {
            return connected(connection, asked.next);
        }
        if (!isCurrent && !(isBefore && kept.renewedAt.plus(OLD_HANDLE_LASTS).isAfter(now()))) {
            Log.warnf("A handle of the button on %s came twice, so account %s is asked again", kept.site, kept.account);
            throw new Reused(kept.account);
        }
        var values = Tuple.of(asked.next.grant(), asked.next.secret().hash(), hash, isCurrent ? now() : kept.renewedAt);
        return Sql.run(connection, RENEW, values).chain(() -> connected(connection, asked.next));
    }

    private Uni<Optional<Connected>> connected(SqlConnection connection, Handle handle) {
        return siteGrants
                .token(connection, handle.grant())
                .map(token -> token.map(written -> new Connected(written, handle)));
    }

    private Uni<Optional<Connected>> end(Reused reused, UUID grant) {
        return siteGrants.end(reused.account, grant).chain(Connections::nobody);
    }

    /** Leaves the transaction, because ending a grant is one of its own. */
    private static final class Reused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient AccountId account;

        Reused(AccountId account) {
            super(null, null, false, false);
            this.account = account;
        }
    }

    private static Uni<Optional<Connected>> nobody() {
        return Uni.createFrom().item(Optional.empty());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

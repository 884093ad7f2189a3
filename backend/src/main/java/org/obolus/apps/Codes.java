package org.obolus.apps;

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
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.AppGrants;
import org.obolus.accounts.Grant;
import org.obolus.accounts.PasswordChanged;
import org.obolus.accounts.Scope;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.web.Secret;

/**
 * What a person's browser carries from the page of consent to the app. A code is spent by whoever shows it first, good or
 * not; one that comes again ends what came of it (RFC 6749, section 4.1.2).
 */
@ApplicationScoped
class Codes implements PasswordChanged {

    private static final Duration LASTS = Duration.ofMinutes(1);

    private static final String OFFER = """
            insert into app_codes (code, app_id, account_id, log_in, scopes, redirect, challenge, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";
    private static final String ACCOUNT_OF = "select account_id from app_codes where code = $1 and spent_at is null";
    private static final String SPEND = """
            update app_codes set spent_at = $2 where code = $1 and spent_at is null
            returning app_id, account_id, log_in, scopes, redirect, challenge, expires_at""";
    private static final String SPEND_OF = """
            update app_codes set spent_at = $3
            where account_id = $1 and ($2::uuid is null or app_id = $2) and spent_at is null""";
    private static final String BEGUN = "update app_codes set grant_id = $2 where code = $1";
    private static final String GRANT_OF = "select grant_id from app_codes where code = $1 and grant_id is not null";

    private final Transactions transactions;
    private final AppRows rows;
    private final AppGrants appGrants;
    private final Refreshes refreshes;
    private final Clock clock;

    Codes(Transactions transactions, AppRows rows, AppGrants appGrants, Refreshes refreshes, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.appGrants = appGrants;
        this.refreshes = refreshes;
        this.clock = clock;
    }

    /** Makes worthless what an app, or every app when it is null, was given for an account and has not shown yet. */
    Uni<Integer> spendAll(SqlConnection connection, AccountId account, UUID app) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return Sql.run(connection, SPEND_OF, Tuple.of(account.value(), app, now));
    }

    /** Also those of the browser that stays logged in: somebody else may have been at it. */
    @Override
    public Uni<Void> passwordChanged(SqlConnection connection, AccountId account) {
        return spendAll(connection, account, null).replaceWithVoid();
    }

    /** What an app shows with a code: the address it was sent to, and the answer to its challenge. */
    record Shown(Secret code, String redirect, Optional<String> verifier) {}

    /** What somebody allowed on the page of consent. */
    private record Offered(
            UUID app,
            AccountId account,
            UUID logIn,
            Set<Scope> scopes,
            String redirect,
            Optional<Buffer> challenge,
            OffsetDateTime expiresAt) {

        static Offered of(Row row) {
            return new Offered(
                    row.getUUID("app_id"),
                    new AccountId(row.getLong("account_id")),
                    row.getUUID("log_in"),
                    Arrays.stream(row.getArrayOfStrings("scopes"))
                            .map(Scope::of)
                            .collect(Collectors.toSet()),
                    row.getString("redirect"),
                    Optional.ofNullable(row.getBuffer("challenge")).map(challenge -> challenge.getDelegate()),
                    row.getOffsetDateTime("expires_at"));
        }

        /** Where there was no challenge there can be no answer to one: somebody has taken it out on the way. */
        boolean isAnsweredBy(Optional<String> verifier) {
            return challenge.equals(verifier.map(written -> new Secret(written).hash()));
        }
    }

    /** The account is held until the commit: a new password cannot miss the code that is made here. */
    Uni<Secret> offer(SqlConnection connection, Grant logIn, AuthorizationRequest request) {
        var code = Secret.random();
        var row = Tuple.tuple()
                .addValue(code.hash())
                .addUUID(request.recipient().app().id())
                .addLong(logIn.account().value())
                .addUUID(logIn.id())
                .addArrayOfString(request.scopes().stream().map(Scope::toString).toArray(String[]::new))
                .addString(request.recipient().asked())
                .addValue(request.challenge().orElse(null))
                .addOffsetDateTime(now().plus(LASTS));
        return appGrants
                .hold(connection, logIn.account())
                .chain(() -> Sql.run(connection, OFFER, row))
                .replaceWith(code);
    }

    /** Fails with {@link OAuthRefused.InvalidGrant}; the code is spent all the same. */
    Uni<TokenAnswer> redeem(App app, Shown shown) {
        return transactions
                .run(connection -> spend(connection, shown.code())
                        .chain(found -> found.filter(offered -> isGood(offered, app, shown))
                                .map(offered -> begin(connection, app, offered, shown.code()))
                                .orElseGet(Codes::nothing)))
                .call(answer -> answer.isPresent() ? nothing() : endWhatCameOf(shown.code()))
                .map(answer -> answer.orElseThrow(() -> new OAuthRefused.InvalidGrant(
                        "This code is spent, too old, or was given to another app, address or challenge.")));
    }

    /** Holds the account first and then the code, as a new password does: neither waits for what the other has. */
    private Uni<Optional<Offered>> spend(SqlConnection connection, Secret code) {
        return Sql.first(connection, ACCOUNT_OF, Tuple.of(code.hash()), row -> new AccountId(row.getLong("account_id")))
                .call(account -> account.map(found -> appGrants.hold(connection, found))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> Sql.first(connection, SPEND, Tuple.of(code.hash(), now()), Offered::of));
    }

    private boolean isGood(Offered offered, App app, Shown shown) {
        var isOfThisApp = offered.app.equals(app.id())
                && offered.redirect.equals(shown.redirect())
                && offered.isAnsweredBy(shown.verifier());
        if (!isOfThisApp) {
            Log.warnf("A code of app %s came from elsewhere, by app %s", offered.app, app.id());
        }
        return isOfThisApp && offered.expiresAt.isAfter(now());
    }

    private Uni<Optional<TokenAnswer>> begin(SqlConnection connection, App app, Offered offered, Secret code) {
        var wish = new AppGrants.Wish(offered.account, offered.logIn, app.id(), app.name(), offered.scopes);
        return rows.hold(connection, app.id())
                .chain(held -> held ? appGrants.begin(connection, wish) : Codes.<UUID>nothing())
                .chain(grant -> grant.map(begun -> Sql.run(connection, BEGUN, Tuple.of(code.hash(), begun))
                                .chain(() -> refreshes.begin(connection, app, begun)))
                        .orElseGet(Codes::nothing));
    }

    private Uni<Void> endWhatCameOf(Secret code) {
        return transactions
                .read(connection ->
                        Sql.first(connection, GRANT_OF, Tuple.of(code.hash()), row -> row.getUUID("grant_id")))
                .chain(found -> found.map(this::end).orElse(Uni.createFrom().voidItem()));
    }

    private Uni<Void> end(UUID grant) {
        Log.warnf("A code came twice, so grant %s ends", grant);
        return appGrants.end(grant);
    }

    private static <T> Uni<Optional<T>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;

/** Who an account is on other platforms. */
@ApplicationScoped
class MyPeople {

    static final String MINE = "select " + PlatformUsers.COLUMNS + """
            , i.opted_out_at is not null as opted_out, i.account_id = $1 as owned, k.due_at
            from identities i join platform_users u on u.identity_id = i.id
            left join contests k on k.identity_id = i.id and k.decided_at is null
            where i.id in (select id from identities where account_id = $1
                union all select identity_id from contests where challenger_id = $1 and decided_at is null)
            order by u.platform, lower(u.handle), u.user_id""";
    private static final String FORGET = """
            delete from platform_answers a using identities i
            where i.id = a.identity_id and i.name = $1 and a.account_id = $2""";

    private final Transactions transactions;
    private final LogInPlatforms platforms;
    private final Claims claims;
    private final EndContest endContest;
    private final OptOut optOut;

    MyPeople(Transactions transactions, LogInPlatforms platforms, Claims claims, EndContest endContest, OptOut optOut) {
        this.transactions = transactions;
        this.platforms = platforms;
        this.claims = claims;
        this.endContest = endContest;
        this.optOut = optOut;
    }

    /**
     * Somebody on a platform who an account is, or says to be.
     *
     * @param platform as people call it
     * @param owned whether the account has that person, and not somebody else whom it challenges
     * @param dueAt when it is decided, while two accounts claim it
     */
    record Mine(PlatformUser user, String platform, boolean owned, Optional<Instant> dueAt, boolean optedOut) {

        public boolean isContested() {
            return dueAt.isPresent();
        }
    }

    Uni<List<Mine>> of(AccountId account) {
        return transactions.read(connection -> Sql.list(connection, MINE, Tuple.of(account.value()), this::read));
    }

    /** Ends the claim or the challenge; what was given stays. Fails with {@link LogInRefused.NotYours}. */
    Uni<Void> giveUp(AccountId account, IdentityName name) {
        return of(account)
                .invoke(mine -> mine.stream()
                        .filter(one -> one.user().identity().equals(name))
                        .findFirst()
                        .orElseThrow(LogInRefused.NotYours::new))
                .chain(() -> transactions.run(connection -> claims.instant(connection)
                        .chain(now -> claims.hold(connection, name)
                                .chain(identity -> endContest.withdrawn(connection, identity, account, now)))
                        .chain(() -> Sql.run(connection, FORGET, Tuple.of(name.value(), account.value())))
                        .replaceWithVoid()));
    }

    /** Fails with {@link LogInRefused.NotYours}, and with {@link IdentityRefused.Contested} while two claim the person. */
    Uni<Void> optOut(AccountId account, IdentityName name) {
        return optOut.begin(account, person(name));
    }

    Uni<Void> optIn(AccountId account, IdentityName name) {
        return optOut.end(account, person(name));
    }

    /** Of sites and addresses this is not the place. */
    private static IdentityName person(IdentityName name) {
        return PlatformUserId.of(name).map(PlatformUserId::identity).orElseThrow(LogInRefused.NotYours::new);
    }

    private Mine read(Row row) {
        var user = PlatformUsers.read(row);
        return new Mine(
                user,
                platforms.shown(user.platform()),
                Boolean.TRUE.equals(row.getBoolean("owned")),
                Optional.ofNullable(row.getOffsetDateTime("due_at")).map(OffsetDateTime::toInstant),
                row.getBoolean("opted_out"));
    }
}

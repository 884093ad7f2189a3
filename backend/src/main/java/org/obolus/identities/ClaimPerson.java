package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.web.Secret;

/** Lets an account have whom its browser has proven to be on a platform; each proof is good for one claim. */
@ApplicationScoped
class ClaimPerson {

    /** As the claims name it. */
    static final String PROOF = "platform";

    private static final String ANSWERED = """
            insert into platform_answers (identity_id, account_id, proven_at) values ($1, $2, $3)
            on conflict (identity_id, account_id) do update
            set proven_at = greatest(platform_answers.proven_at, excluded.proven_at)""";

    private final Transactions transactions;
    private final Claims claims;
    private final Contests contests;
    private final PersonMails mails;
    private final PeopleSeen peopleSeen;
    private final ClaimsConfig config;
    private final Clock clock;

    ClaimPerson(
            Transactions transactions,
            Claims claims,
            Contests contests,
            PersonMails mails,
            PeopleSeen peopleSeen,
            ClaimsConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.claims = claims;
        this.contests = contests;
        this.mails = mails;
        this.peopleSeen = peopleSeen;
        this.config = config;
        this.clock = clock;
    }

    /** What came of a claim. */
    enum Outcome {
        CLAIMED,
        CONTESTED
    }

    /** Remembers that whoever has the secret is that person, with what the platform calls them today. */
    Uni<Secret> prove(PlatformUser user) {
        var secret = Secret.random();
        var until = now().plus(config.proofLasts());
        return transactions
                .run(connection -> peopleSeen
                        .keep(connection, user)
                        .chain(person -> ProvenPeople.keep(connection, secret, person.identity(), now(), until)))
                .replaceWith(secret);
    }

    Uni<Optional<ProvenPerson>> proven(Secret secret) {
        return transactions.read(connection -> ProvenPeople.find(connection, secret, now()));
    }

    Uni<Void> forget(Secret secret) {
        return transactions
                .run(connection -> ProvenPeople.forget(connection, secret))
                .replaceWithVoid();
    }

    /** Fails with {@link LogInRefused} or {@link IdentityRefused}; another account that has this person has to answer by logging in there again. */
    Uni<Outcome> claim(AccountId account, Secret secret) {
        return transactions.run(connection -> claims.instant(connection)
                .chain(now -> used(connection, secret)
                        .chain(person -> claims.hold(connection, person.user().identity())
                                .call(identity -> answered(connection, identity, account, person.provenAt()))
                                .chain(identity -> decide(connection, person, identity, account, now)))));
    }

    private Uni<ProvenPerson> used(SqlConnection connection, Secret secret) {
        return ProvenPeople.find(connection, secret, now())
                .call(() -> ProvenPeople.forget(connection, secret).invoke(forgotten -> {
                    if (forgotten == 0) {
                        throw new LogInRefused.NotProven();
                    }
                }))
                .map(person -> person.orElseThrow(LogInRefused.NotProven::new));
    }

    private static Uni<Integer> answered(
            SqlConnection connection, Identity identity, AccountId account, OffsetDateTime provenAt) {
        return Sql.run(connection, ANSWERED, Tuple.of(identity.id(), account.value(), provenAt));
    }

    private Uni<Outcome> decide(
            SqlConnection connection, ProvenPerson person, Identity identity, AccountId account, OffsetDateTime now) {
        if (identity.owner().isEmpty()) {
            return claims.begin(connection, identity, new Claims.NewClaim(account, PROOF, now))
                    .replaceWith(Outcome.CLAIMED);
        }
        return contests.current(connection, identity.id())
                .chain(contest -> contest.isPresent()
                        ? goOn(person, identity, account, contest.get())
                        : alone(connection, person, identity, account, now));
    }

    /** Their log-in is written down; whose is the latest when the contest is due has the person. */
    private static Uni<Outcome> goOn(
            ProvenPerson person, Identity identity, AccountId account, Contests.Contest contest) {
        if (!identity.belongsTo(account) && !contest.challenger().equals(account)) {
            throw new LogInRefused.Contested(person.user());
        }
        return Uni.createFrom().item(Outcome.CONTESTED);
    }

    private Uni<Outcome> alone(
            SqlConnection connection, ProvenPerson person, Identity identity, AccountId account, OffsetDateTime now) {
        return identity.belongsTo(account)
                ? OptOut.end(connection, identity, PROOF).replaceWith(Outcome.CLAIMED)
                : contests.open(connection, identity, account, now)
                        .chain(() -> mails.contested(connection, identity, person.user(), account))
                        .replaceWith(Outcome.CONTESTED);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

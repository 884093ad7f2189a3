package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Months;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.problems.Problem;

/** Lets whoever an identity is refuse flattrs, with an account or without, and take that back (money.md, rule 11). */
@ApplicationScoped
class OptOut {

    private static final String BEGIN = """
            with silenced as (insert into opt_outs (identity_id, begun_at, proof) values ($1, $2, $3))
            update identities set opted_out_at = $2 where id = $1""";
    private static final String END = """
            update identities set opted_out_at = null
            where id = $1 and (ends_opt_out(id, $2) or stands_by_operator(id) and ends_opt_out(id, 'operator'))""";
    /** What was said by a weaker proof is said by this one now, so that the weaker does not end it. */
    private static final String STRENGTHEN = """
            insert into opt_outs (identity_id, begun_at, proof)
            select identity_id, $2, $3 from (
                select identity_id, proof from opt_outs where identity_id = $1 order by begun_at desc limit 1) made
            where proof_strength($3) > proof_strength(made.proof)""";

    private static final String MADE_BY = """
            select proof from opt_outs where identity_id = $1 order by begun_at desc limit 1""";
    private static final String CLAIMED_BY = "select proof from claims where identity_id = $1 and ended_at is null";
    private static final String STANDS = "select stands_by_operator($1) as stands";

    private final Transactions transactions;
    private final Months months;
    private final Claims claims;
    private final Contests contests;
    private final ApplyAssignments assignments;
    private final PersonMails mails;
    private final Instance<OptedOut> listeners;

    OptOut(
            Transactions transactions,
            Months months,
            Claims claims,
            Contests contests,
            ApplyAssignments assignments,
            PersonMails mails,
            @Any Instance<OptedOut> listeners) {
        this.transactions = transactions;
        this.months = months;
        this.claims = claims;
        this.contests = contests;
        this.assignments = assignments;
        this.mails = mails;
        this.listeners = listeners;
    }

    /**
     * Who is to opt out, and by what proof; in a transaction that holds the identity.
     *
     * @param loser the account whose claim ends with it, where somebody else has shown who they are
     */
    private record Wish(Identity identity, String proof, Optional<AccountId> loser) {

        Tuple at(OffsetDateTime now) {
            return Tuple.of(identity.id(), now, proof);
        }
    }

    /**
     * No click is in flight while this runs, so that none is left behind. Pages that others were given are the site's
     * again, lest they could be flattred: before that, for while no click is in flight nothing may take long. It counts as
     * made by the proof by which the account has what it opts out.
     */
    Uni<Void> begin(AccountId owner, IdentityName name) {
        return begin(connection -> wishOf(connection, owner, name));
    }

    /** By a proof alone, of whoever has no account that is known. */
    Uni<Void> begin(IdentityName name, String proof) {
        return begin(name, proof, Optional.empty());
    }

    /**
     * By a proof alone. A site that an account has proven, that account decides about, and this fails with {@link
     * IdentityRefused}; as it does while two claim the same. Whoever reads the mail of an address is the one whose account it
     * is. A person of a platform is whoever has just logged in there, and another account loses its claim.
     *
     * @param me the account of whoever has shown it, where they are logged in
     */
    Uni<Void> begin(IdentityName name, String proof, Optional<AccountId> me) {
        return begin(connection ->
                decidedByProof(connection, name, me).map(identity -> new Wish(identity, proof, loser(identity, me))));
    }

    private static Optional<AccountId> loser(Identity identity, Optional<AccountId> me) {
        return identity.owner()
                .map(Identity.Owner::account)
                .filter(owner -> !identity.name().isEmail())
                .filter(owner -> me.filter(owner::equals).isEmpty());
    }

    private Uni<Void> begin(Function<SqlConnection, Uni<Wish>> held) {
        return transactions
                .run(connection -> endAssignments(connection, held))
                .chain(isDone -> isDone
                        ? Uni.createFrom().voidItem()
                        : transactions.run(connection -> beginAlone(connection, held)));
    }

    /** Answers whether the identity has opted out already: then nobody has to wait for the month. */
    private Uni<Boolean> endAssignments(SqlConnection connection, Function<SqlConnection, Uni<Wish>> held) {
        return claims.instant(connection)
                .chain(now -> held.apply(connection)
                        .call(wish ->
                                assignments.endAll(connection, wish.identity().id(), now))
                        .call(wish -> wish.identity().isOptedOut()
                                ? Sql.run(connection, STRENGTHEN, wish.at(now))
                                        .chain(() -> endClaim(connection, wish, now))
                                : Uni.createFrom().voidItem())
                        .map(wish -> wish.identity().isOptedOut()));
    }

    private Uni<Void> beginAlone(SqlConnection connection, Function<SqlConnection, Uni<Wish>> held) {
        return months.holdAlone(connection)
                .chain(() -> claims.instant(connection))
                .chain(now -> held.apply(connection)
                        .chain(wish -> wish.identity().isOptedOut()
                                ? Uni.createFrom().voidItem()
                                : endClaim(connection, wish, now).chain(() -> begin(connection, wish, now))));
    }

    private Uni<Void> endClaim(SqlConnection connection, Wish wish, OffsetDateTime now) {
        return wish.loser()
                .map(loser -> claims.end(connection, wish.identity().id(), now)
                        .chain(() -> mails.optedOut(connection, wish.identity(), loser)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Fails with {@link IdentityRefused.OptOutStands} where the account has it by a weaker proof than it was made by. */
    Uni<Void> end(AccountId owner, IdentityName name) {
        return transactions.run(connection -> claims.instant(connection)
                .chain(() -> ownedBy(connection, owner, name))
                .chain(identity ->
                        proof(connection, CLAIMED_BY, identity).chain(proof -> end(connection, identity, proof))));
    }

    /**
     * Inside a transaction that holds the identity; fails with {@link IdentityRefused.OptOutStands} where it was made by a
     * stronger proof.
     */
    static Uni<Void> end(SqlConnection connection, Identity identity, String proof) {
        return identity.isOptedOut()
                ? endIfShown(connection, identity, proof)
                        .chain(ended -> ended ? Uni.createFrom().voidItem() : stands(connection, identity))
                : Uni.createFrom().voidItem();
    }

    /** Answers whether the proof was enough. */
    static Uni<Boolean> endIfShown(SqlConnection connection, Identity identity, String proof) {
        return Sql.run(connection, END, Tuple.of(identity.id(), proof)).map(ended -> ended > 0);
    }

    private static Uni<Void> stands(SqlConnection connection, Identity identity) {
        return proof(connection, MADE_BY, identity)
                .invoke(madeBy -> {
                    throw new IdentityRefused.OptOutStands(identity.name(), madeBy);
                })
                .replaceWithVoid();
    }

    private static Uni<String> proof(SqlConnection connection, String query, Identity identity) {
        return Sql.one(connection, query, Tuple.of(identity.id()), row -> row.getString("proof"));
    }

    private Uni<Void> begin(SqlConnection connection, Wish wish, OffsetDateTime at) {
        var identity = wish.identity().id();
        var told = Sql.run(connection, BEGIN, wish.at(at)).chain(() -> assignments.endAll(connection, identity, at));
        for (var listener : listeners) {
            told = told.chain(() -> listener.optedOut(connection, identity));
        }
        return told;
    }

    private Uni<Identity> decidedByProof(SqlConnection connection, IdentityName name, Optional<AccountId> me) {
        return claims.hold(connection, name).call(identity -> {
            if (identity.owner().isEmpty() || name.isEmail()) {
                return Uni.createFrom().voidItem();
            }
            name.site().ifPresent(site -> {
                throw new IdentityRefused.NotYours(site);
            });
            return contests.requireNone(connection, identity).call(() -> requireNoWord(connection, identity, me));
        });
    }

    /** What an operator has decided no log-in undoes. */
    private static Uni<Void> requireNoWord(SqlConnection connection, Identity identity, Optional<AccountId> me) {
        return loser(identity, me).isEmpty()
                ? Uni.createFrom().voidItem()
                : standsByOperator(connection, identity)
                        .invoke(stands -> {
                            if (stands) {
                                throw new IdentityRefused.DecidedForAnother(identity.name());
                            }
                        })
                        .replaceWithVoid();
    }

    private static Uni<Boolean> standsByOperator(SqlConnection connection, Identity identity) {
        return Sql.one(connection, STANDS, Tuple.of(identity.id()), row -> row.getBoolean("stands"));
    }

    /** Whom an operator has given it opts out as if by the strongest proof there is. */
    private Uni<Wish> wishOf(SqlConnection connection, AccountId owner, IdentityName name) {
        return ownedBy(connection, owner, name)
                .chain(identity -> standsByOperator(connection, identity)
                        .chain(stands -> stands
                                ? Uni.createFrom().item(Proof.OPERATOR.toString())
                                : proof(connection, CLAIMED_BY, identity))
                        .map(proof -> new Wish(identity, proof, Optional.empty())));
    }

    private Uni<Identity> ownedBy(SqlConnection connection, AccountId owner, IdentityName name) {
        return claims.hold(connection, name).call(identity -> {
            if (!identity.belongsTo(owner)) {
                throw notYours(name);
            }
            return contests.requireNone(connection, identity);
        });
    }

    private static Problem notYours(IdentityName name) {
        return name.site().<Problem>map(IdentityRefused.NotYours::new).orElseGet(LogInRefused.NotYours::new);
    }
}

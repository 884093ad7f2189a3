package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.OffsetDateTime;
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
            update identities set opted_out_at = null where id = $1 and ends_opt_out(id, $2)""";
    /** What was said by a weaker proof is said by this one now, so that the weaker does not end it. */
    private static final String STRENGTHEN = """
            insert into opt_outs (identity_id, begun_at, proof)
            select identity_id, $2, $3 from (
                select identity_id, proof from opt_outs where identity_id = $1 order by begun_at desc limit 1) made
            where proof_strength($3) > proof_strength(made.proof)""";

    private static final String MADE_BY = """
            select proof from opt_outs where identity_id = $1 order by begun_at desc limit 1""";
    private static final String CLAIMED_BY = "select proof from claims where identity_id = $1 and ended_at is null";

    private final Transactions transactions;
    private final Months months;
    private final Claims claims;
    private final Contests contests;
    private final ApplyAssignments assignments;
    private final Instance<OptedOut> listeners;

    OptOut(
            Transactions transactions,
            Months months,
            Claims claims,
            Contests contests,
            ApplyAssignments assignments,
            @Any Instance<OptedOut> listeners) {
        this.transactions = transactions;
        this.months = months;
        this.claims = claims;
        this.contests = contests;
        this.assignments = assignments;
        this.listeners = listeners;
    }

    /** Who is to opt out, and by what proof; in a transaction that holds the identity. */
    private record Wish(Identity identity, String proof) {

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
        return begin(connection -> ownedBy(connection, owner, name));
    }

    /**
     * By a proof alone, without an account. What an account has, that account decides about, and this fails with {@link
     * IdentityRefused}; but whoever reads the mail of an address is the one whose account it is.
     */
    Uni<Void> begin(IdentityName name, String proof) {
        return begin(connection -> decidedByProof(connection, name).map(identity -> new Wish(identity, proof)));
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
                                : Uni.createFrom().voidItem())
                        .map(wish -> wish.identity().isOptedOut()));
    }

    private Uni<Void> beginAlone(SqlConnection connection, Function<SqlConnection, Uni<Wish>> held) {
        return months.holdAlone(connection)
                .chain(() -> claims.instant(connection))
                .chain(now -> held.apply(connection)
                        .chain(wish -> wish.identity().isOptedOut()
                                ? Uni.createFrom().voidItem()
                                : begin(connection, wish.identity().id(), now, wish.proof())));
    }

    /** Fails with {@link IdentityRefused.OptOutStands} where the account has it by a weaker proof than it was made by. */
    Uni<Void> end(AccountId owner, IdentityName name) {
        return transactions.run(connection -> claims.instant(connection)
                .chain(() -> ownedBy(connection, owner, name))
                .chain(wish -> end(connection, wish.identity(), wish.proof())));
    }

    /**
     * Inside a transaction that holds the identity; fails with {@link IdentityRefused.OptOutStands} where it was made by a
     * stronger proof.
     */
    static Uni<Void> end(SqlConnection connection, Identity identity, String proof) {
        return identity.isOptedOut()
                ? Sql.run(connection, END, Tuple.of(identity.id(), proof))
                        .chain(ended -> ended > 0 ? Uni.createFrom().voidItem() : stands(connection, identity))
                : Uni.createFrom().voidItem();
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

    private Uni<Void> begin(SqlConnection connection, long identity, OffsetDateTime at, String proof) {
        var told = Sql.run(connection, BEGIN, Tuple.of(identity, at, proof))
                .chain(() -> assignments.endAll(connection, identity, at));
        for (var listener : listeners) {
            told = told.chain(() -> listener.optedOut(connection, identity));
        }
        return told;
    }

    private Uni<Identity> decidedByProof(SqlConnection connection, IdentityName name) {
        return claims.hold(connection, name).invoke(identity -> {
            if (identity.owner().isPresent() && !name.isEmail()) {
                throw name.site()
                        .<IdentityRefused>map(IdentityRefused.NotYours::new)
                        .orElseGet(() -> IdentityRefused.OwnedByAnother.of(name));
            }
        });
    }

    private Uni<Wish> ownedBy(SqlConnection connection, AccountId owner, IdentityName name) {
        return claims.hold(connection, name)
                .call(identity -> {
                    if (!identity.belongsTo(owner)) {
                        throw notYours(name);
                    }
                    return contests.requireNone(connection, identity);
                })
                .chain(identity -> proof(connection, CLAIMED_BY, identity).map(proof -> new Wish(identity, proof)));
    }

    private static Problem notYours(IdentityName name) {
        return name.site().<Problem>map(IdentityRefused.NotYours::new).orElseGet(LogInRefused.NotYours::new);
    }
}

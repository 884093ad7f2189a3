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

/** Lets whoever an identity is refuse flattrs, with an account or without, and take that back (money.md, rule 11). */
@ApplicationScoped
class OptOut {

    private static final String BEGIN = """
            with silenced as (insert into opt_outs (identity_id, begun_at, proof) values ($1, $2, $3))
            update identities set opted_out_at = $2 where id = $1""";
    private static final String BY_ACCOUNT = "account";
    private static final String END = """
            update identities set opted_out_at = null where id = $1 and opted_out_at is not null""";

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

    /**
     * No click is in flight while this runs, so that none is left behind. Pages that others were given are the site's
     * again, lest they could be flattred: before that, for while no click is in flight nothing may take long.
     */
    Uni<Void> begin(AccountId owner, SiteHost site) {
        return begin(connection -> ownedBy(connection, owner, site), BY_ACCOUNT);
    }

    /**
     * By a proof alone, without an account. What an account has, that account decides about, and this fails with {@link
     * IdentityRefused}; but whoever reads the mail of an address is the one whose account it is.
     */
    Uni<Void> begin(IdentityName name, String proof) {
        return begin(connection -> decidedByProof(connection, name), proof);
    }

    private Uni<Void> begin(Function<SqlConnection, Uni<Identity>> held, String proof) {
        return transactions
                .run(connection -> endAssignments(connection, held))
                .chain(isDone -> isDone
                        ? Uni.createFrom().voidItem()
                        : transactions.run(connection -> beginAlone(connection, held, proof)));
    }

    /** Answers whether the identity has opted out already: then nobody has to wait for the month. */
    private Uni<Boolean> endAssignments(SqlConnection connection, Function<SqlConnection, Uni<Identity>> held) {
        return claims.instant(connection)
                .chain(now -> held.apply(connection)
                        .call(identity -> assignments.endAll(connection, identity.id(), now))
                        .map(Identity::isOptedOut));
    }

    private Uni<Void> beginAlone(SqlConnection connection, Function<SqlConnection, Uni<Identity>> held, String proof) {
        return months.holdAlone(connection)
                .chain(() -> claims.instant(connection))
                .chain(now -> held.apply(connection)
                        .chain(identity -> identity.isOptedOut()
                                ? Uni.createFrom().voidItem()
                                : begin(connection, identity.id(), now, proof)));
    }

    Uni<Void> end(AccountId owner, SiteHost site) {
        return transactions.run(connection -> claims.instant(connection)
                .chain(() -> ownedBy(connection, owner, site))
                .chain(identity -> end(connection, identity.id())));
    }

    static Uni<Void> end(SqlConnection connection, long identity) {
        return Sql.run(connection, END, Tuple.of(identity)).replaceWithVoid();
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

    private Uni<Identity> ownedBy(SqlConnection connection, AccountId owner, SiteHost site) {
        return claims.hold(connection, site).call(identity -> {
            if (!identity.belongsTo(owner)) {
                throw new IdentityRefused.NotYours(site);
            }
            return contests.requireNone(connection, identity.id(), site);
        });
    }
}

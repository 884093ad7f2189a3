package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.OffsetDateTime;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.CalendarConfig;
import org.obolus.calendar.Months;
import org.obolus.database.Sql;

/** Begins and ends claims, inside a transaction that has its instant and holds the identity. */
@ApplicationScoped
class Claims {

    private static final String NOW = "select calendar_now() as now";
    private static final String HOLD = "select id from identities where name = $1 for no key update";
    private static final String BEGIN = """
        insert into claims (identity_id, account_id, proof, claimed_at, fee_percent)
        select $1::bigint, $2::bigint, $3::text, greatest($4::timestamptz, max(ended_at)), $5::int
        from claims where identity_id = $1::bigint
        returning id\
        """;
    private static final String OWN = """
        update identities set account_id = $2, contested = false,
            opted_out_at = case when $3 = $4 or not ends_opt_out(id, $3) then opted_out_at end
        where id = $1\
        """;
    private static final String END = """
        update claims set ended_at = greatest($2, claimed_at) where identity_id = $1 and ended_at is null
        returning account_id\
        """;
    private static final String RAISE = """
        update claims set proof = $2
        where identity_id = $1 and ended_at is null and proof_strength($2) > proof_strength(proof)\
        """;
    private static final String DISOWN = "update identities set account_id = null, contested = false where id = $1";
    private static final String CURRENT = """
        select id, account_id from claims where identity_id = $1 and ended_at is null\
        """;

    private final CalendarConfig config;
    private final Months months;
    private final ApplyAssignments assignments;
    private final Instance<ClaimDecided> listeners;

    Claims(CalendarConfig config, Months months, ApplyAssignments assignments, @Any Instance<ClaimDecided> listeners) {
        this.config = config;
        this.months = months;
        this.assignments = assignments;
        this.listeners = listeners;
    }

    /**
     * The instant that everything in this transaction is stamped with.
     *
     * <p>Settling begins by taking the calendar's row alone: whatever is stamped here is either seen by it or later. The
     * open month comes first, as for clicks and opt-outs, for what is held for the identity is paid in the same transaction.
     */
    Uni<OffsetDateTime> instant(SqlConnection connection) {
        return holdMonth(connection)
                .chain(() -> Sql.run(connection, "select from calendar for share", Tuple.tuple()))
                .chain(() -> Sql.one(connection, NOW, Tuple.tuple(), row -> row.getOffsetDateTime("now")));
    }

    /** Once more where it was closed just now. */
    private Uni<Void> holdMonth(SqlConnection connection) {
        return months.hold(connection)
                .chain(open -> open.isPresent()
                        ? Uni.createFrom().voidItem()
                        : months.hold(connection).replaceWithVoid());
    }

    /** The identity, which nobody else changes until this transaction ends; made now if it is not there. */
    Uni<Identity> hold(SqlConnection connection, IdentityName name) {
        return IdentityRows.of(connection, name)
                .chain(made -> Sql.run(connection, HOLD, Tuple.of(made.name().value())))
                .chain(() -> IdentityRows.of(connection, name));
    }

    Uni<Identity> hold(SqlConnection connection, SiteHost site) {
        return hold(connection, IdentityName.of(site));
    }

    /**
     * At the rate in force now, and never before the last one ended, even where a clock was set back: at every instant
     * an identity is one account at most. An opt-out ends with it where the proof is enough, but by no operator's word. Fails
     * with {@link IdentityRefused.OwnedByAnother} when somebody else's claim stands.
     */
    Uni<Void> begin(SqlConnection connection, Identity identity, NewClaim claim) {
        var claimer = claim.claimer();
        var row = Tuple.of(identity.id(), claimer.value(), claim.proof(), claim.at(), config.feePercent());
        return Sql.one(connection, BEGIN, row, inserted -> inserted.getLong("id"))
                .onFailure(Sql::isDuplicate)
                .transform(taken -> IdentityRefused.OwnedByAnother.of(identity.name()))
                .call(() -> Sql.run(connection, OWN, own(identity, claim)))
                .chain(id -> tell(connection, identity.id(), claimer, id));
    }

    private static Tuple own(Identity identity, NewClaim claim) {
        return Tuple.of(identity.id(), claim.claimer().value(), claim.proof(), Proof.OPERATOR.toString());
    }

    /** The owner's proof was seen; a stronger one than they had is what they have it by from now on. */
    static Uni<Void> shown(SqlConnection connection, Identity identity, Proof proof) {
        return Sql.run(connection, RAISE, Tuple.of(identity.id(), proof.toString()))
                .replaceWithVoid();
    }

    /** Nobody owns the identity any more, nor has anybody its pages from its owner; what was given stays given. */
    Uni<Void> end(SqlConnection connection, long identity, OffsetDateTime at) {
        return Sql.first(connection, END, Tuple.of(identity, at), row -> new AccountId(row.getLong("account_id")))
                .call(() -> Sql.run(connection, DISOWN, Tuple.of(identity)))
                .call(() -> assignments.endAll(connection, identity, at))
                .chain(owner -> owner.isPresent()
                        ? tellEnd(connection, identity, owner.get())
                        : Uni.createFrom().voidItem());
    }

    /** The claim stands after a contest: what was held meanwhile is its owner's. */
    Uni<Void> stands(SqlConnection connection, long identity) {
        return Sql.first(connection, CURRENT, Tuple.of(identity), row -> row)
                .chain(claim -> claim.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tell(
                                connection,
                                identity,
                                new AccountId(claim.get().getLong("account_id")),
                                claim.get().getLong("id")));
    }

    private Uni<Void> tellEnd(SqlConnection connection, long identity, AccountId claimer) {
        var told = Uni.createFrom().voidItem();
        for (var listener : listeners) {
            told = told.chain(() -> listener.ended(connection, identity, claimer));
        }
        return told;
    }

    private Uni<Void> tell(SqlConnection connection, long identity, AccountId claimer, long claim) {
        var told = Uni.createFrom().voidItem();
        for (var listener : listeners) {
            told = told.chain(() -> listener.claimed(connection, identity, claimer, claim));
        }
        return told;
    }

    /** Who claims from when on, and by what proof, as the claims name it. */
    record NewClaim(AccountId claimer, String proof, OffsetDateTime at) {}
}

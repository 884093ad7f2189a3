package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.obolus.accounts.AccountId;
import org.obolus.database.Transactions;

/** Ends the contests whose time has come, by whose proof is the stronger one then. */
@ApplicationScoped
class DecideContests {

    private static final String DUE = """
            select substr(i.name, 6) as host, k.opened_at,
                k.due_at + $1::bigint * interval '1 second' <= calendar_now() as late,
                stands_by_operator(i.id) as by_operator,
                k.challenger_id, coalesce(c.token, '') as challenger_token, ca.username as challenger_name,
                i.account_id as owner_id, coalesce(p.token, '') as owner_token, pa.username as owner_name
            from contests k
            join identities i on i.id = k.identity_id
            join accounts ca on ca.id = k.challenger_id
            join accounts pa on pa.id = i.account_id
            left join site_proofs c on c.account_id = k.challenger_id and 'site:' || c.host = i.name
            left join site_proofs p on p.account_id = i.account_id and 'site:' || p.host = i.name
            where k.decided_at is null and k.waits_since is null and coalesce(k.look_at, k.due_at) <= calendar_now()
              and starts_with(i.name, 'site:')
            order by k.due_at""";
    private final Transactions transactions;
    private final IdentitiesConfig config;
    private final LookAtSite look;
    private final DueContests dueContests;
    private final Contests contests;
    private final EndContest endContest;

    DecideContests(
            Transactions transactions,
            IdentitiesConfig config,
            LookAtSite look,
            DueContests dueContests,
            Contests contests,
            EndContest endContest) {
        this.transactions = transactions;
        this.config = config;
        this.look = look;
        this.dueContests = dueContests;
        this.contests = contests;
        this.endContest = endContest;
    }

    private record Due(
            SiteHost site, OffsetDateTime openedAt, Sought challenger, Sought owner, boolean late, boolean byOperator)
            implements DueContests.Due {

        static Due of(Row row) {
            return new Due(
                    new SiteHost(row.getString("host")),
                    row.getOffsetDateTime("opened_at"),
                    sought(row, "challenger"),
                    sought(row, "owner"),
                    row.getBoolean("late"),
                    row.getBoolean("by_operator"));
        }

        private static Sought sought(Row row, String who) {
            return Sought.of(
                    new AccountId(row.getLong(who + "_id")),
                    row.getString(who + "_name"),
                    row.getString(who + "_token"));
        }

        @Override
        public IdentityName name() {
            return IdentityName.of(site);
        }

        Set<Sought> sought() {
            return Stream.of(challenger, owner)
                    .filter(one -> !one.token().isEmpty())
                    .collect(Collectors.toSet());
        }

        Contests.Sides sides() {
            return new Contests.Sides(site, owner.account(), challenger.account());
        }

        /** A place that cannot be read is looked at again, but not for ever. */
        boolean canBeDecidedBy(Sighting sighting) {
            return late || sighting.hasAll(sought()) || sighting.isWhole();
        }

        /** Both are as strong; or no proof takes away what an operator has given. */
        boolean isUndecidedBy(Sighting sighting) {
            return sighting.has(challenger)
                    && (byOperator || sighting.proof(challenger).equals(sighting.proof(owner)));
        }
    }

    Uni<Void> decideAll() {
        var waits = Tuple.of(config.contestWaitsForSite().toSeconds());
        return dueContests.each(DUE, waits, Due::of, this::decideOne);
    }

    private Uni<Void> decideOne(Due due) {
        return look.lookFor(due.sought(), due.site())
                .chain(sighting -> due.canBeDecidedBy(sighting)
                        ? dueContests.decide(
                                due, (connection, identity, now) -> end(connection, identity, due, sighting, now))
                        : transactions.run(
                                connection -> contests.lookAgainLater(connection, due.site(), due.openedAt())));
    }

    private Uni<Void> end(SqlConnection connection, Identity identity, Due due, Sighting sighting, OffsetDateTime now) {
        var challenger = due.challenger();
        if (due.isUndecidedBy(sighting)) {
            return contests.leaveToOperators(connection, identity.id(), due.sides(), now);
        }
        var ending = EndContest.Ending.byProof(now);
        if (!sighting.isStrongerFor(challenger, due.owner())) {
            return endContest
                    .forOwner(connection, identity, challenger.account(), ending)
                    .chain(() -> sighting.proof(due.owner())
                            .map(proof -> Claims.shown(connection, identity, proof))
                            .orElseGet(() -> Uni.createFrom().voidItem()));
        }
        var proof = sighting.proof(challenger).orElseThrow().toString();
        return endContest.forChallenger(connection, identity, challenger.account(), proof, ending);
    }
}

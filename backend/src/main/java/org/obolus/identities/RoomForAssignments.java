package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.obolus.database.Sql;

/**
 * How many assignments there are once one more is made or confirmed, itself among them.
 *
 * <p>What only apps have said is counted apart: it takes no place of what the owner says.
 *
 * @param proposed of the site, without its owner's word
 * @param confirmed of the site, with it
 * @param unanswered of the site's owner to the same account, on all their sites together
 */
record RoomForAssignments(long proposed, long confirmed, long unanswered) {

    static final int MOST = 500;
    static final int MOST_PROPOSED = 50;
    static final int MOST_UNANSWERED = 50;

    private static final String AROUND = """
            select
                (select count(*) from assignments a
                 where a.site_id = n.site_id and a.confirmed_at is null and a.ended_at is null) as proposed,
                (select count(*) from assignments a
                 where a.site_id = n.site_id and a.confirmed_at is not null and a.ended_at is null) as confirmed,
                (select count(*) from assignments a
                 join identities s on s.id = a.site_id join identities o on o.id = n.site_id
                 where a.receiver_id = n.receiver_id and s.account_id = o.account_id and a.confirmed_at is not null
                   and a.agreed_at is null and a.ended_at is null) as unanswered
            from assignments n where n.id = $1""";

    /** Fails with {@link AssignmentRefused} when it is one too many; what the transaction did is undone by that. */
    static Uni<Void> require(SqlConnection connection, Assignment added) {
        return Sql.one(connection, AROUND, Tuple.of(added.id().value()), RoomForAssignments::of)
                .invoke(room -> room.requireFor(added))
                .replaceWithVoid();
    }

    private static RoomForAssignments of(Row row) {
        return new RoomForAssignments(row.getLong("proposed"), row.getLong("confirmed"), row.getLong("unanswered"));
    }

    private void requireFor(Assignment added) {
        if (added.confirmedAt().isEmpty()) {
            if (proposed > MOST_PROPOSED) {
                throw new AssignmentRefused.TooManyProposals(added.site(), MOST_PROPOSED);
            }
        } else if (confirmed > MOST) {
            throw new AssignmentRefused.TooManyAssignments(added.site(), MOST);
        } else if (added.agreedAt().isEmpty() && unanswered > MOST_UNANSWERED) {
            throw new AssignmentRefused.TooManyOffers(added.username(), MOST_UNANSWERED);
        }
    }
}

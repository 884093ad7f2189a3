package org.obolus.budgets;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Knows which pots of closed months are still in their supporters' funds, and moves them (money.md, rule 7). */
public interface PotsDue {

    /** Whether a pot of this supporter has not been moved yet. */
    Uni<Boolean> due(SqlConnection connection, long supporterId);

    /** Moves every pot of this supporter that is due, in a transaction of its own; does nothing when that is done. */
    Uni<Void> move(long supporterId);
}

package org.obolus.budgets;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Pots that wait only because a test says so. */
@ApplicationScoped
class PotsOfATest implements PotsDue {

    private final Map<Long, Integer> movesNeeded = new ConcurrentHashMap<>();

    void comeDue(long supporterId, int moves) {
        movesNeeded.put(supporterId, moves);
    }

    boolean areDue(long supporterId) {
        return movesNeeded.getOrDefault(supporterId, 0) > 0;
    }

    @Override
    public Uni<Boolean> due(SqlConnection connection, long supporterId) {
        return Uni.createFrom().item(() -> areDue(supporterId));
    }

    @Override
    public Uni<Void> move(long supporterId) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> movesNeeded.computeIfPresent(supporterId, (id, moves) -> moves - 1));
    }
}

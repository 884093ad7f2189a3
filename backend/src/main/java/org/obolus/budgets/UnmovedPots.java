package org.obolus.budgets;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.function.BiFunction;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Month;
import org.obolus.calendar.Months;

/** Lets work on a supporter's money begin only when no pot of theirs waits to be moved. */
@ApplicationScoped
class UnmovedPots {

    /** One is enough unless a month ends meanwhile; a supporter's move that does not help would otherwise go on forever. */
    private static final int MOVES = 3;

    private final Months months;
    private final Instance<PotsDue> closedMonths;

    UnmovedPots(Months months, @Any Instance<PotsDue> closedMonths) {
        this.months = months;
        this.closedMonths = closedMonths;
    }

    /** What came out of one attempt: the work's answer, or that a pot has to move first. */
    private record Attempt<T>(boolean done, T answer) {}

    <T> Uni<T> movedBefore(AccountId supporter, BiFunction<SqlConnection, Month, Uni<T>> work) {
        return attempt(supporter, work, MOVES);
    }

    private <T> Uni<T> attempt(AccountId supporter, BiFunction<SqlConnection, Month, Uni<T>> work, int movesLeft) {
        return months.inOpenMonth((connection, month) -> isDue(connection, supporter)
                        .chain(due -> due
                                ? Uni.createFrom().item(new Attempt<T>(false, null))
                                : work.apply(connection, month).map(answer -> new Attempt<>(true, answer))))
                .chain(attempt -> attempt.done()
                        ? Uni.createFrom().item(attempt.answer())
                        : move(supporter, movesLeft).chain(() -> attempt(supporter, work, movesLeft - 1)));
    }

    private Uni<Boolean> isDue(SqlConnection connection, AccountId supporter) {
        var due = Uni.createFrom().item(false);
        for (var closed : closedMonths) {
            due = due.chain(found -> found ? Uni.createFrom().item(true) : closed.due(connection, supporter.value()));
        }
        return due;
    }

    private Uni<Void> move(AccountId supporter, int movesLeft) {
        if (movesLeft == 0) {
            throw new BudgetRefused.PotsMoving();
        }
        var moved = Uni.createFrom().voidItem();
        for (var closed : closedMonths) {
            moved = moved.chain(() -> closed.move(supporter.value()));
        }
        return moved;
    }
}

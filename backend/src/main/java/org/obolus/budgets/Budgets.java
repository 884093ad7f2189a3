package org.obolus.budgets;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.function.BiFunction;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Month;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.database.Transactions;
import org.obolus.ledger.Booked;
import org.obolus.ledger.Ledger;
import org.obolus.ledger.LedgerAccount;
import org.obolus.money.Money;

/** What supporters want to give each month, and the only way to change that or their funds. */
@ApplicationScoped
public class Budgets {

    private final Transactions transactions;
    private final UnmovedPots pots;
    private final BudgetRows rows;
    private final Ledger ledger;
    private final Instance<MeansGained> waiting;

    Budgets(
            Transactions transactions,
            UnmovedPots pots,
            BudgetRows rows,
            Ledger ledger,
            @Any Instance<MeansGained> waiting) {
        this.transactions = transactions;
        this.pots = pots;
        this.rows = rows;
        this.ledger = ledger;
        this.waiting = waiting;
    }

    /** The budget, if one is set, and the funds of a supporter. */
    public Uni<Means> means(AccountId supporter) {
        return transactions.read(connection -> means(connection, supporter));
    }

    /** What came into a supporter's funds and what left them, the latest first. */
    public Uni<Page<Booked>> fundsHistory(AccountId supporter, PageWish wish) {
        return transactions.read(connection -> ledger.latest(connection, LedgerAccount.funds(supporter.value()), wish));
    }

    /**
     * Sets what the supporter wants to give; a paused budget stays paused.
     *
     * @throws BudgetRefused when the amount is below 2.00 or above 100 000.00
     */
    public Uni<Means> set(AccountId supporter, Money amount) {
        var budget = new Budget(amount, false);
        return changing(
                supporter,
                (connection, month) -> rows.set(connection, supporter, budget.amount())
                        .chain(() -> meansGained(connection, month, supporter))
                        .chain(() -> means(connection, supporter)));
    }

    /**
     * From now on new flattrs are refused; those already given stay payable.
     *
     * @throws BudgetRefused when no budget is set
     */
    public Uni<Means> pause(AccountId supporter) {
        return changing(
                supporter,
                (connection, month) -> pause(connection, supporter, true).chain(() -> means(connection, supporter)));
    }

    /**
     * Lets the supporter flattr again.
     *
     * @throws BudgetRefused when no budget is set
     */
    public Uni<Means> resume(AccountId supporter) {
        return changing(
                supporter,
                (connection, month) -> pause(connection, supporter, false)
                        .chain(() -> meansGained(connection, month, supporter))
                        .chain(() -> means(connection, supporter)));
    }

    /**
     * Runs the work in a transaction in which the supporter's funds and budget may be changed: inside the open month, and
     * after the pots of closed months have left the funds (money.md, rule 7).
     *
     * @throws BudgetRefused when pots keep coming due, which the caller may try again
     */
    public <T> Uni<T> changing(AccountId supporter, BiFunction<SqlConnection, Month, Uni<T>> work) {
        return pots.movedBefore(supporter, work);
    }

    /**
     * To be called by whoever added to somebody's funds, in the same transaction: once the supporter has the means to
     * flattr, what waited for that is tried.
     */
    public Uni<Void> meansGained(SqlConnection connection, Month month, AccountId supporter) {
        return means(connection, supporter)
                .chain(means -> means.suffice()
                        ? tell(connection, month, supporter)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(SqlConnection connection, Month month, AccountId supporter) {
        var told = Uni.createFrom().voidItem();
        for (var waits : waiting) {
            told = told.chain(() -> waits.gained(connection, month, supporter));
        }
        return told;
    }

    private Uni<Means> means(SqlConnection connection, AccountId supporter) {
        return rows.find(connection, supporter)
                .chain(budget -> ledger.balance(connection, LedgerAccount.funds(supporter.value()))
                        .map(funds -> new Means(budget, funds)));
    }

    private Uni<Void> pause(SqlConnection connection, AccountId supporter, boolean paused) {
        return rows.pause(connection, supporter, paused).map(found -> {
            if (!found) {
                throw new BudgetRefused.NotSet();
            }
            return null;
        });
    }
}

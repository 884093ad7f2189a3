package org.obolus.payments;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.budgets.Budgets;
import org.obolus.calendar.Month;
import org.obolus.database.Idempotency;
import org.obolus.database.KeyRefused;
import org.obolus.database.KeyedRequest;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.database.Transactions;
import org.obolus.ledger.Ledger;
import org.obolus.ledger.LedgerAccount;
import org.obolus.ledger.Transfer;
import org.obolus.money.Money;
import org.obolus.problems.Unacceptable;

/** Money that comes in from outside: deposits, from the checkout to the supporter's funds. */
@ApplicationScoped
public class Payments {

    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Budgets budgets;
    private final Ledger ledger;
    private final DepositRows rows;
    private final PaymentsConfig config;
    private final Instance<PaymentProvider> providers;
    private final Instance<DepositDecided> listeners;

    Payments(
            Transactions transactions,
            Idempotency idempotency,
            Budgets budgets,
            Ledger ledger,
            DepositRows rows,
            PaymentsConfig config,
            @Any Instance<PaymentProvider> providers,
            @Any Instance<DepositDecided> listeners) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.budgets = budgets;
        this.ledger = ledger;
        this.rows = rows;
        this.config = config;
        this.providers = providers;
        this.listeners = listeners;
    }

    /**
     * Prepares a checkout; nothing is booked before it is paid.
     *
     * @throws PaymentRefused when the amount cannot be topped up, or there is no provider
     * @throws KeyRefused when the request's key stands for another request, or one that still runs
     */
    public Uni<Deposit> start(NewDeposit asked, KeyedRequest request) {
        return transactions
                .read(connection -> idempotency.first(connection, request, Deposit.class))
                .chain(first -> first.isPresent() ? Uni.createFrom().item(first.get()) : begin(asked, request));
    }

    /** For providers: the money is there. Told twice it is booked once; answers how the deposit stands now. */
    public Uni<Deposit> paid(String provider, String reference) {
        return checkout(provider, reference)
                .chain(deposit -> budgets.changing(
                        deposit.account(), (connection, month) -> receive(connection, month, deposit)));
    }

    /** For providers: the money will not come. Answers how the deposit stands now: what was paid stays paid. */
    public Uni<Deposit> canceled(String provider, String reference) {
        return checkout(provider, reference)
                .chain(deposit -> transactions.run(connection ->
                        decide(connection, deposit, Deposit.State.CANCELED).chain(() -> now(connection, deposit))));
    }

    /** @throws Unacceptable.Unknown when this account has no such deposit */
    public Uni<Deposit> find(AccountId account, long id) {
        return transactions
                .read(connection -> rows.find(connection, account, id))
                .map(Payments::known);
    }

    /** @throws Unacceptable.Unknown when this provider was never asked for such a payment */
    public Uni<Deposit> checkout(String provider, String reference) {
        return transactions
                .read(connection -> rows.find(connection, provider, reference))
                .map(Payments::known);
    }

    /** An account's deposits, the latest first. */
    public Uni<Page<Deposit>> latest(AccountId account, PageWish wish) {
        return transactions.read(connection -> rows.latest(connection, account, wish));
    }

    private Uni<Deposit> begin(NewDeposit asked, KeyedRequest request) {
        requireAcceptable(asked.amount());
        var provider = active();
        return provider.start(asked)
                .chain(checkout -> transactions.run(connection -> idempotency.once(
                        connection,
                        request,
                        Deposit.class,
                        () -> rows.insert(connection, asked, provider.name(), checkout))));
    }

    private Uni<Deposit> receive(SqlConnection connection, Month month, Deposit deposit) {
        return decide(connection, deposit, Deposit.State.PAID)
                .chain(decided -> decided
                        ? book(connection, month, deposit)
                        : Uni.createFrom().voidItem())
                .chain(() -> now(connection, deposit));
    }

    private Uni<Boolean> decide(SqlConnection connection, Deposit deposit, Deposit.State end) {
        return rows.decide(connection, deposit, end)
                .call(decided -> decided
                        ? tell(connection, deposit, end)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(SqlConnection connection, Deposit deposit, Deposit.State end) {
        var told = Uni.createFrom().voidItem();
        for (var listener : listeners) {
            told = told.chain(() -> listener.decided(connection, deposit, end));
        }
        return told;
    }

    private Uni<Void> book(SqlConnection connection, Month month, Deposit deposit) {
        var account = deposit.account();
        var transfer = new Transfer(
                LedgerAccount.gateway(deposit.provider()),
                LedgerAccount.funds(account.value()),
                deposit.amount(),
                deposit.key());
        return ledger.book(connection, transfer).chain(() -> budgets.meansGained(connection, month, account));
    }

    private Uni<Deposit> now(SqlConnection connection, Deposit deposit) {
        return rows.find(connection, deposit.account(), deposit.id()).map(Payments::known);
    }

    private void requireAcceptable(Money amount) {
        if (amount.compareTo(config.leastDeposit()) < 0 || amount.compareTo(config.mostDeposit()) > 0) {
            throw new PaymentRefused.OutOfBounds(config.leastDeposit(), config.mostDeposit());
        }
        if (!amount.isWholeCents()) {
            throw new PaymentRefused.NotWholeCents();
        }
    }

    private PaymentProvider active() {
        return providers.stream()
                .filter(PaymentProvider::isActive)
                .min(Comparator.comparing(PaymentProvider::name))
                .orElseThrow(PaymentRefused.NoProvider::new);
    }

    private static Deposit known(Optional<Deposit> found) {
        return found.orElseThrow(() -> new Unacceptable.Unknown("There is no such payment. Start it again."));
    }
}

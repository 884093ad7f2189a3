package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.obolus.calendar.Month;
import org.obolus.calendar.MonthsOfServer;
import org.obolus.database.Transactions;

/** Month ends on servers of their own, with transactions that may be cut off. */
@ApplicationScoped
class ServersInTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Pool pool;
    private final MonthsOfServer monthsOf;
    private final TellOfMonths tell;
    private final HoldingTime holdingTime;

    ServersInTests(Pool pool, MonthsOfServer monthsOf, TellOfMonths tell, HoldingTime holdingTime) {
        this.pool = pool;
        this.monthsOf = monthsOf;
        this.tell = tell;
        this.holdingTime = holdingTime;
    }

    private static final class SecondServer extends Transactions {
        SecondServer(Pool pool) {
            super(pool);
        }
    }

    Transactions another() {
        return new SecondServer(pool);
    }

    Uni<Boolean> settle(Transactions server, Month month) {
        var months = monthsOf.with(server);
        var settle = new SettleMonth(
                server,
                months,
                new Slices(server),
                new Pots(server),
                new ShareOut(new PotsAtRest(months)),
                new CreditReceivers(),
                tell);
        return months.closeWhatIsOver().chain(() -> settle.settle(month));
    }

    void giveBack(Transactions server) {
        new ReturnHeld(server, new PotsAtRest(monthsOf.with(server)), holdingTime)
                .giveBack()
                .await()
                .atMost(PATIENCE);
    }
}

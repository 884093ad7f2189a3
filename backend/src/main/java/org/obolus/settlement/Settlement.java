package org.obolus.settlement;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.obolus.calendar.Calendar;
import org.obolus.calendar.Month;
import org.obolus.calendar.MonthState;
import org.obolus.calendar.MonthState.Stage;
import org.obolus.calendar.Months;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.database.Transactions;
import org.obolus.identities.IdentityName;

/** The month end: closes months that are over, moves their pots, settles them after the review, decides held shares. */
@ApplicationScoped
public class Settlement {

    private static final int TURNS = 3;

    private final Months months;
    private final Calendar calendar;
    private final HoldingTime holdingTime;
    private final SettleMonth settleMonth;
    private final HeldShares heldShares;
    private final ReturnHeld returnHeld;
    private final ReadWaiting readWaiting;
    private final MostWanted mostWanted;
    private final Transactions transactions;

    Settlement(
            Months months,
            Calendar calendar,
            HoldingTime holdingTime,
            SettleMonth settleMonth,
            HeldShares heldShares,
            ReturnHeld returnHeld,
            ReadWaiting readWaiting,
            MostWanted mostWanted,
            Transactions transactions) {
        this.months = months;
        this.calendar = calendar;
        this.holdingTime = holdingTime;
        this.settleMonth = settleMonth;
        this.heldShares = heldShares;
        this.returnHeld = returnHeld;
        this.readWaiting = readWaiting;
        this.mostWanted = mostWanted;
        this.transactions = transactions;
    }

    /** Does whatever is due by the calendar; safe to call at any time, on any number of servers. */
    public Uni<Void> advance() {
        return calendar.now()
                .chain(now -> movedPots().chain(() -> settleAll(month -> isDue(month, now))))
                .chain(heldShares::payClaims)
                .chain(returnHeld::giveBack)
                .onFailure(SettlementRefused.PotsMoving.class)
                .retry()
                .atMost(TURNS);
    }

    /**
     * Settles one closed month now, before its day; answers false while another server still works on it. Fails with
     * {@link SettlementRefused}.
     */
    public Uni<Boolean> settle(Month month) {
        return movedPots()
                .chain(() -> settleMonth.settle(month))
                .call(heldShares::payClaims)
                .onFailure(SettlementRefused.PotsMoving.class)
                .retry()
                .atMost(TURNS);
    }

    public Uni<List<MonthState>> months() {
        return months.all();
    }

    /** The day on which a share of this month goes back to its supporter, if nobody claims it and nothing delays it. */
    public LocalDate heldUntil(Month month) {
        return holdingTime.returnOf(month);
    }

    /** What waits for identities that nobody has claimed; those that nothing waits for are not in the answer. */
    public Uni<Map<IdentityName, WaitingShares>> waitingFor(Collection<IdentityName> identities) {
        return transactions.read(connection -> readWaiting.of(connection, identities));
    }

    /** What waits for one of them. */
    public Uni<WaitingShares> waitingFor(IdentityName identity) {
        return waitingFor(List.of(identity)).map(found -> found.getOrDefault(identity, WaitingShares.NOTHING));
    }

    /** For whom shares are held and who takes flattrs, the most first. */
    public Uni<Page<Wanted>> mostWanted(PageWish wish) {
        return mostWanted.page(wish);
    }

    private Uni<Void> movedPots() {
        return months.closeWhatIsOver().chain(this::closed).chain(closed -> each(closed, settleMonth::movePots));
    }

    private Uni<Void> settleAll(Predicate<Month> due) {
        return closed().chain(closed -> each(closed.stream().filter(due).toList(), settleMonth::settle));
    }

    private Uni<List<Month>> closed() {
        return months.all()
                .map(all -> all.stream()
                        .filter(state -> state.stage() == Stage.CLOSED)
                        .map(MonthState::month)
                        .sorted(Comparator.naturalOrder())
                        .toList());
    }

    private boolean isDue(Month month, Instant now) {
        return !now.isBefore(holdingTime.settlementDayOf(month).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** In order, and not beyond a month that others still work on: its pots measure what the next month's can be. */
    private static Uni<Void> each(List<Month> months, Function<Month, Uni<Boolean>> step) {
        return Multi.createFrom()
                .iterable(months)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .select()
                .first(Boolean::booleanValue)
                .collect()
                .last()
                .replaceWithVoid();
    }
}

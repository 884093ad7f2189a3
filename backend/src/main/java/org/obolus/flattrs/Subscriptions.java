package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Month;
import org.obolus.calendar.Months;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.database.Transactions;
import org.obolus.things.ThingId;
import org.obolus.things.ThingUrl;
import org.obolus.things.Things;

/** What people flattr every month: make, list, pause, resume, stop (money.md, rule 12). */
@ApplicationScoped
public class Subscriptions {

    private final SubscriptionRows rows;
    private final GiveWithinLimits giveWithinLimits;
    private final Things things;
    private final Months months;
    private final Transactions transactions;

    Subscriptions(
            SubscriptionRows rows,
            GiveWithinLimits giveWithinLimits,
            Things things,
            Months months,
            Transactions transactions) {
        this.rows = rows;
        this.giveWithinLimits = giveWithinLimits;
        this.things = things;
        this.months = months;
        this.transactions = transactions;
    }

    /** The subscription that was asked for, and whether it began with that. */
    public record Made(Subscription subscription, boolean isNew) {}

    /**
     * Flattrs a thing now, unless that was done this month, and once in each following month; fails as a click does,
     * with a {@link FlattrRefused}, and is not made then.
     *
     * <p>Where there is one already it stays as it is, paused too; another term than it has counts from this month on.
     * What an app asks for, and each flattr that comes of it later, counts for that app's limit.
     */
    public Uni<Made> make(Giver giver, ThingId thing, Term term) {
        var supporter = giver.supporter();
        return months.inOpenMonth((connection, month) -> rows.add(connection, giver, thing, term, month)
                .call(isNew -> isNew
                        ? flattr(connection, month, giver, thing)
                        : rows.change(connection, giver, thing, term, month)
                                .chain(due -> ask(connection, month, giver, due)))
                .chain(isNew ->
                        rows.find(connection, supporter, thing).map(made -> new Made(made.orElseThrow(), isNew))));
    }

    /** As {@link #make(Giver, ThingId, Term)}; a page that nobody has come upon before becomes a thing first. */
    public Uni<Made> make(Giver giver, ThingUrl url, Term term) {
        return things.discover(giver.supporter(), url).chain(thing -> make(giver, thing, term));
    }

    /** Those that have not ended, paused ones too; the latest first. */
    public Uni<Page<Subscription>> of(AccountId supporter, PageWish wish) {
        return page(wish, connection -> rows.running(connection, supporter, wish));
    }

    /** Those that were stopped or have come to the end of their term, the latest first. */
    public Uni<Page<Subscription>> ended(AccountId supporter, PageWish wish) {
        return page(wish, connection -> rows.ended(connection, supporter, wish));
    }

    /** This supporter's subscription of a thing, unless there is none or it has ended. */
    public Uni<Optional<Subscription>> of(AccountId supporter, ThingId thing) {
        return transactions.read(connection -> rows.find(connection, supporter, thing));
    }

    /** Not flattred from now on until it is resumed; fails with {@link FlattrRefused.NotSubscribed}. */
    public Uni<Subscription> pause(AccountId supporter, ThingId thing) {
        return change(supporter, thing, (connection, month) -> rows.pause(connection, supporter, thing));
    }

    /**
     * Flattred again, this month too if that is not done; fails with {@link FlattrRefused.NotSubscribed}, or with {@link
     * FlattrRefused.AppLimit} when an app asks for more than it may give this month.
     */
    public Uni<Subscription> resume(Giver giver, ThingId thing) {
        return change(
                giver.supporter(),
                thing,
                (connection, month) ->
                        rows.resume(connection, giver, thing, month).chain(due -> ask(connection, month, giver, due)));
    }

    /** Ends it for good; this month's flattr stays. Fails with {@link FlattrRefused.NotSubscribed}. */
    public Uni<Void> stop(AccountId supporter, ThingId thing) {
        return transactions.run(connection -> rows.stop(connection, supporter, thing));
    }

    private Uni<Void> flattr(SqlConnection connection, Month month, Giver giver, ThingId thing) {
        return giveWithinLimits
                .give(connection, month, List.of(giver.click(thing, Optional.empty())))
                .chain(outcomes -> outcomes.get(0).answer())
                .replaceWithVoid()
                .onFailure(FlattrRefused.Once.class)
                .recoverWithUni(() -> giveWithinLimits.take(connection, month, giver));
    }

    private Uni<Subscription> change(
            AccountId supporter, ThingId thing, BiFunction<SqlConnection, Month, Uni<Void>> deed) {
        return months.inOpenMonth((connection, month) -> deed.apply(connection, month)
                .chain(() -> rows.find(connection, supporter, thing))
                .map(Optional::orElseThrow));
    }

    /** What is still to be flattred this month counts then; the place is only looked for. */
    private Uni<Void> ask(SqlConnection connection, Month month, Giver giver, Optional<Month> due) {
        return due.map(next -> next.equals(month.next())
                        ? giveWithinLimits.take(connection, month, giver)
                        : giveWithinLimits.require(connection, month, giver))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Page<Subscription>> page(PageWish wish, Function<SqlConnection, Uni<List<Subscription>>> read) {
        return transactions.read(read).map(found -> Page.of(found, wish, Subscription::cursor));
    }
}

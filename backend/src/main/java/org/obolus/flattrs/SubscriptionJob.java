package org.obolus.flattrs;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.obolus.calendar.Months;
import org.obolus.flattrs.GiveEveryMonth.Due;

/**
 * The run of the subscriptions at the start of a month. Every server looks every few seconds and takes what the others
 * do not hold; one that dies gives back what it had not committed.
 */
@ApplicationScoped
class SubscriptionJob {

    private final Months months;
    private final GiveEveryMonth giveEveryMonth;

    SubscriptionJob(Months months, GiveEveryMonth giveEveryMonth) {
        this.months = months;
        this.giveEveryMonth = giveEveryMonth;
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return goOn(Due.FIRST, 0)
                .invoke(tried -> {
                    if (tried > 0) {
                        Log.infof("Tried %d subscriptions", tried);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Integer> goOn(Due last, int tried) {
        return months.inOpenMonth((connection, month) -> giveEveryMonth.giveSome(connection, month, last))
                .chain(some -> some.size() < GiveEveryMonth.AT_ONCE
                        ? Uni.createFrom().item(tried + some.size())
                        : goOn(some.get(some.size() - 1), tried + some.size()));
    }
}

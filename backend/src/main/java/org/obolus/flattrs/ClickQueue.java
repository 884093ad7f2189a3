package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.obolus.calendar.Months;
import org.obolus.problems.Unacceptable;

/**
 * Gathers the clicks that arrive while earlier ones are being written, and writes them together.
 *
 * <p>A lone click is written at once. Under load a batch is whatever came in during the last one: one lock on a hot
 * thing's counter and one fsync for many clicks. Each is answered only after its commit.
 */
@ApplicationScoped
class ClickQueue {

    private static final int LARGEST_BATCH = 256;
    private static final int WRITERS = 2;
    private static final int MOST_WAITING = 4096;

    private final Months months;
    private final GiveFlattrs giveFlattrs;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int writing;

    ClickQueue(Months months, GiveFlattrs giveFlattrs) {
        this.months = months;
        this.giveFlattrs = giveFlattrs;
    }

    private record Waiting(Click click, UniEmitter<? super Outcome> answer) {}

    /** @throws Unacceptable.Overloaded when more clicks wait than can be written in a moment */
    Uni<Flattr> add(Click click) {
        return Uni.createFrom()
                .<Outcome>emitter(answer -> enqueue(new Waiting(click, answer)))
                .chain(Outcome::answer);
    }

    private void enqueue(Waiting one) {
        synchronized (waiting) {
            if (waiting.size() >= MOST_WAITING) {
                one.answer.fail(new Unacceptable.Overloaded(1));
                return;
            }
            waiting.add(one);
        }
        writeNext();
    }

    private void writeNext() {
        var batch = takeBatch();
        if (batch.isEmpty()) {
            return;
        }
        var clicks = batch.stream().map(Waiting::click).toList();
        months.inOpenMonth((connection, month) -> giveFlattrs.give(connection, month, clicks))
                .subscribe()
                .with(outcomes -> answer(batch, outcomes), failure -> fail(batch, failure));
    }

    private List<Waiting> takeBatch() {
        var batch = new ArrayList<Waiting>();
        synchronized (waiting) {
            if (writing < WRITERS) {
                while (batch.size() < LARGEST_BATCH && !waiting.isEmpty()) {
                    batch.add(waiting.remove());
                }
                writing += batch.isEmpty() ? 0 : 1;
            }
        }
        return batch;
    }

    private void answer(List<Waiting> batch, List<Outcome> outcomes) {
        written();
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer.complete(outcomes.get(i));
        }
    }

    private void fail(List<Waiting> batch, Throwable failure) {
        written();
        batch.forEach(one -> one.answer.fail(failure));
    }

    private void written() {
        synchronized (waiting) {
            writing--;
        }
        writeNext();
    }
}

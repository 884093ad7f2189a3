package org.obolus.database;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import org.obolus.problems.Unacceptable;

/**
 * Gathers what arrives while earlier work is being done, and does it together: the answers come in the order of the
 * questions, each after the whole batch is done.
 *
 * <p>What comes alone is done at once. Under load a batch is whatever came in during the last one; a second batch runs
 * beside the first only when enough waits to be worth it.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public final class Batches<Q, A> {

    private static final int LARGEST = 256;
    private static final int AT_ONCE = 2;
    private static final int WORTH_ANOTHER = 32;
    private static final int MOST_WAITING = 4096;

    private final Function<List<Q>, Uni<List<A>>> work;
    private final Queue<Waiting<Q, A>> waiting = new ArrayDeque<>();
    private int running;

    public Batches(Function<List<Q>, Uni<List<A>>> work) {
        this.work = work;
    }

    private record Waiting<Q, A>(Q question, UniEmitter<? super A> answer) {}

    /** Fails with {@link Unacceptable.Overloaded} when more waits than can be done in a moment. */
    public Uni<A> add(Q question) {
        return Uni.createFrom().emitter(answer -> enqueue(new Waiting<>(question, answer)));
    }

    private void enqueue(Waiting<Q, A> one) {
        synchronized (waiting) {
            if (waiting.size() >= MOST_WAITING) {
                one.answer.fail(new Unacceptable.Overloaded(1));
                return;
            }
            waiting.add(one);
        }
        runNext();
    }

    private void runNext() {
        var batch = takeBatch();
        if (batch.isEmpty()) {
            return;
        }
        var questions = batch.stream().map(Waiting::question).toList();
        Uni.createFrom()
                .deferred(() -> work.apply(questions))
                .subscribe()
                .with(answers -> answer(batch, answers), failure -> fail(batch, failure));
    }

    private List<Waiting<Q, A>> takeBatch() {
        var batch = new ArrayList<Waiting<Q, A>>();
        synchronized (waiting) {
            if (running == 0 || running < AT_ONCE && waiting.size() >= WORTH_ANOTHER) {
                while (batch.size() < LARGEST && !waiting.isEmpty()) {
                    batch.add(waiting.remove());
                }
                running += batch.isEmpty() ? 0 : 1;
            }
        }
        return batch;
    }

    private void answer(List<Waiting<Q, A>> batch, List<A> answers) {
        done();
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer.complete(answers.get(i));
        }
    }

    private void fail(List<Waiting<Q, A>> batch, Throwable failure) {
        done();
        batch.forEach(one -> one.answer.fail(failure));
    }

    private void done() {
        synchronized (waiting) {
            running--;
        }
        runNext();
    }
}

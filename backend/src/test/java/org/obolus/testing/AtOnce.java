package org.obolus.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does the same thing many times in the same moment, as impatient people and retrying programs do. */
public final class AtOnce {

    private AtOnce() {}

    /** What each of these answered; the first failure fails the test. */
    public static <T> List<T> times(int count, IntFunction<T> what) {
        var threads = Executors.newFixedThreadPool(count);
        try {
            var start = new CyclicBarrier(count);
            var running = IntStream.range(0, count)
                    .<Callable<T>>mapToObj(number -> () -> {
                        start.await();
                        return what.apply(number);
                    })
                    .map(threads::submit)
                    .toList();
            return running.stream().map(AtOnce::answer).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T answer(Future<T> running) {
        try {
            return running.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

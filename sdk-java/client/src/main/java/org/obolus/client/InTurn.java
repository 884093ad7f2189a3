package org.obolus.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Many calls, one after the other: a server is not to be overrun. */
final class InTurn {

    private InTurn() {}

    static <A, T> CompletableFuture<List<T>> each(List<A> all, Function<A, CompletableFuture<T>> call) {
        CompletableFuture<List<T>> answers = CompletableFuture.completedFuture(new ArrayList<>());
        for (var one : all) {
            answers = answers.thenCompose(before -> call.apply(one).thenApply(answer -> {
                before.add(answer);
                return before;
            }));
        }
        return answers.thenApply(List::copyOf);
    }

    /** Cut into parts of at most this size. */
    static <A> List<List<A>> parts(List<A> all, int size) {
        return IntStream.range(0, (all.size() + size - 1) / size)
                .mapToObj(part -> List.copyOf(all.subList(part * size, Math.min(all.size(), (part + 1) * size))))
                .toList();
    }
}

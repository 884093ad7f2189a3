package org.obolus.client;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A part of a list that is fetched piece by piece. */
public final class Page<T> {

    private final List<T> items;
    private final Optional<Next<T>> next;

    /** Fetches what comes after a page. */
    @FunctionalInterface
    interface Next<T> extends Supplier<CompletableFuture<Page<T>>> {}

    Page(List<T> items, Optional<Next<T>> next) {
        this.items = List.copyOf(items);
        this.next = next;
    }

    public List<T> items() {
        return items;
    }

    public boolean hasNext() {
        return next.isPresent();
    }

    /** @throws NoSuchElementException when this is the last page */
    public CompletableFuture<Page<T>> next() {
        return next.orElseThrow().get();
    }

    /** Everything from here to the end of the list, in memory. */
    public CompletableFuture<List<T>> toEnd() {
        return collect(new ArrayList<>());
    }

    private CompletableFuture<List<T>> collect(List<T> before) {
        before.addAll(items);
        return hasNext()
                ? next().thenCompose(page -> page.collect(before))
                : CompletableFuture.completedFuture(List.copyOf(before));
    }

    /** Nothing is fetched before it is needed. */
    static <T> Stream<T> stream(Next<T> first) {
        return StreamSupport.stream(new Walk<>(first), false);
    }

    private static final class Walk<T> extends Spliterators.AbstractSpliterator<T> {

        private Page<T> page;
        private int at;

        private Walk(Next<T> first) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.page = new Page<>(List.of(), Optional.of(first));
        }

        @Override
        public boolean tryAdvance(Consumer<? super T> action) {
            while (at == page.items.size()) {
                if (!page.hasNext()) {
                    return false;
                }
                page = Line.await(page.next());
                at = 0;
            }
            action.accept(page.items.get(at++));
            return true;
        }
    }
}

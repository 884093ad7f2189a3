package org.obolus.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Lists of which each page is asked for by its number, because their order changes while they are read. */
final class NumberedPages {

    private static final int SIZE = 100;
    private static final int DEEPEST = 10_000;

    private NumberedPages() {}

    /** @param query without page and limit; it is not changed */
    static <T> CompletableFuture<Page<T>> of(Line line, String path, Query query, Class<T> type) {
        return page(line, path, query, type, 1);
    }

    private static <T> CompletableFuture<Page<T>> page(Line line, String path, Query query, Class<T> type, int number) {
        var asked = query.copy().with("page", number).with("limit", SIZE);
        return line.ask(Call.get(path + asked, answer -> {
            List<T> items = Json.listIn("items", type).apply(answer);
            var isLast = items.size() < SIZE || number * SIZE >= most(Json.tree(answer.text()));
            Page.Next<T> next = () -> page(line, path, query, type, number + 1);
            return new Page<>(items, isLast ? Optional.empty() : Optional.of(next));
        }));
    }

    private static int most(JsonNode said) {
        return said.path("total").asInt(DEEPEST);
    }
}

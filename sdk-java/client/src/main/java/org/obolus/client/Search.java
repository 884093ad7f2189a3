package org.obolus.client;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What to look for in the catalogue; nothing at first, which finds everything. Immutable; each method answers a changed
 * copy.
 *
 * @param tags an expression with {@code |} for or, {@code &} for and, {@code !} for not, and parentheses
 */
public record Search(
        Optional<String> words,
        Optional<String> tags,
        Optional<URI> url,
        List<String> languages,
        List<Category> categories,
        Optional<String> username,
        Optional<Order> order) {

    private static final Search EVERYTHING = new Search(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    public Search {
        languages = List.copyOf(languages);
        categories = List.copyOf(categories);
    }

    /** What comes first. */
    public enum Order {
        RELEVANCE,
        TREND,
        FLATTRS,
        FLATTRS_MONTH,
        FLATTRS_WEEK,
        FLATTRS_DAY
    }

    public static Search everything() {
        return EVERYTHING;
    }

    public Search containing(String wanted) {
        return new Search(Optional.of(wanted), tags, url, languages, categories, username, order);
    }

    /** For example {@code (bread | baking) & !fiction}. */
    public Search tagged(String expression) {
        return new Search(words, Optional.of(expression), url, languages, categories, username, order);
    }

    /** An address, or everything below it where it ends with a slash. */
    public Search at(URI address) {
        return new Search(words, tags, Optional.of(address), languages, categories, username, order);
    }

    /** Any of these, such as {@code en_GB}. */
    public Search in(String... chosen) {
        return new Search(words, tags, url, List.of(chosen), categories, username, order);
    }

    /** Any of these. */
    public Search of(Category... chosen) {
        return new Search(words, tags, url, languages, List.of(chosen), username, order);
    }

    /** Made by this account. */
    public Search by(String maker) {
        return new Search(words, tags, url, languages, categories, Optional.of(maker), order);
    }

    public Search sorted(Order wanted) {
        return new Search(words, tags, url, languages, categories, username, Optional.of(wanted));
    }

    Query query() {
        return new Query()
                .with("query", words.orElse(null))
                .with("tags", tags.orElse(null))
                .with("url", url.orElse(null))
                .with("language", languages.isEmpty() ? null : String.join(",", languages))
                .with("category", categories.isEmpty() ? null : written(categories))
                .with("user", username.orElse(null))
                .with(
                        "sort",
                        order.map(by -> by.name().toLowerCase(Locale.ROOT)).orElse(null));
    }

    private static String written(List<Category> categories) {
        return categories.stream().map(Category::toString).collect(Collectors.joining(","));
    }
}

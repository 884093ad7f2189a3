package org.obolus.client;

import java.util.List;
import java.util.Optional;

/** What shall be different about a thing; what is not named stays as it is. Immutable. */
public record ThingChange(
        Optional<String> title,
        Optional<String> description,
        Optional<Category> category,
        Optional<String> language,
        Optional<List<String>> tags,
        Optional<Boolean> hidden) {

    public ThingChange {
        tags = tags.map(List::copyOf);
    }

    /** Nothing yet. */
    public static ThingChange none() {
        return new ThingChange(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public ThingChange titled(String text) {
        return new ThingChange(Optional.of(text), description, category, language, tags, hidden);
    }

    public ThingChange described(String text) {
        return new ThingChange(title, Optional.of(text), category, language, tags, hidden);
    }

    public ThingChange of(Category chosen) {
        return new ThingChange(title, description, Optional.of(chosen), language, tags, hidden);
    }

    public ThingChange in(String chosen) {
        return new ThingChange(title, description, category, Optional.of(chosen), tags, hidden);
    }

    /** These and no others. */
    public ThingChange tagged(String... words) {
        return new ThingChange(title, description, category, language, Optional.of(List.of(words)), hidden);
    }

    /** Whether it is left out of the catalogue. */
    public ThingChange hidden(boolean wanted) {
        return new ThingChange(title, description, category, language, tags, Optional.of(wanted));
    }

    Body body() {
        return Body.empty()
                .with("title", title)
                .with("description", description)
                .with("category", category)
                .with("language", language)
                .with("tags", tags)
                .with("hidden", hidden);
    }
}

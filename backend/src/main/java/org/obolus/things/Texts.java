package org.obolus.things;

import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Optional;

/** How its owner describes a thing. */
public record Texts(
        Optional<String> title,
        Optional<String> description,
        Category category,
        Optional<Language> language,
        List<String> tags) {

    static Texts of(Row row) {
        return new Texts(
                Optional.ofNullable(row.getString("title")),
                Optional.ofNullable(row.getString("description")),
                Category.of(row.getString("category")),
                Optional.ofNullable(row.getString("language")).map(Language::new),
                List.of(row.getArrayOfStrings("tags")));
    }
}

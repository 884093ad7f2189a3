package org.obolus.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text on a site of the demo. */
record Article(String slug, String title, String lead, String tags, String body) {

    /** Its text stands in a file of its own. */
    static Article of(String site, String slug, String title, String lead, String tags) {
        return new Article(slug, title, lead, tags, text(site + "/" + slug + ".html"));
    }

    static String text(String file) {
        try (var stream = Article.class.getResourceAsStream("/demo/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

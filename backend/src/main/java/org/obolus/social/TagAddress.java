package org.obolus.social;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;

/** Where the catalogue lists what carries a tag: {@code {tag.inCatalogue}}. */
@TemplateExtension
final class TagAddress {

    private static final String SIGNS = ".*[|&!()].*";

    private TagAddress() {}

    /** A tag with a sign of the expressions in it is looked for as a word. */
    static String inCatalogue(String tag) {
        var field = tag.matches(SIGNS) ? "query" : "tags";
        return "/catalogue?" + field + "=" + URLEncoder.encode(tag, UTF_8);
    }
}

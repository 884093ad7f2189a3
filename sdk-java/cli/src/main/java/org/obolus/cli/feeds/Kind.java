package org.obolus.cli.feeds;

import java.util.Optional;

/** What a document is, which its content says, never its name. */
public enum Kind {
    RSS("RSS feed"),
    ATOM("Atom feed"),
    JSON("JSON feed"),
    SITEMAP("sitemap"),
    SITEMAP_INDEX("index of sitemaps"),
    HTML("web page");

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    /** For people. */
    @Override
    public String toString() {
        return text;
    }

    /** By the name of the root, with or without a prefix. */
    static Optional<Kind> ofRoot(String name) {
        return switch (Markup.local(name).toLowerCase(java.util.Locale.ROOT)) {
            case "rss", "rdf" -> Optional.of(RSS);
            case "feed" -> Optional.of(ATOM);
            case "urlset" -> Optional.of(SITEMAP);
            case "sitemapindex" -> Optional.of(SITEMAP_INDEX);
            case "html", "head", "body" -> Optional.of(HTML);
            default -> Optional.empty();
        };
    }
}

package org.obolus.cli.feeds;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** Finds out what a document is. */
final class Kinds {

    private static final int MOST_BEFORE_THE_ROOT = 1000;

    private Kinds() {}

    /** @throws FeedRefused when it is nothing that is read here */
    static Kind of(Document document) throws IOException {
        try (var text = document.text()) {
            var first = firstLetter(text);
            return switch (first) {
                case '{' -> Kind.JSON;
                case '<' -> ofRoot(document);
                case -1 -> throw new FeedRefused("The feed is empty: there is not one letter in it.");
                default -> afterRubbish(document);
            };
        }
    }

    /** Warnings of a program, blank lines and the like before the feed are passed over. */
    private static Kind afterRubbish(Document document) throws IOException {
        var kind = ofRoot(document);
        if (kind == Kind.HTML) {
            throw unknown();
        }
        return kind;
    }

    private static Kind ofRoot(Document document) throws IOException {
        try (var text = document.text()) {
            var in = new MarkupReader(text);
            for (var nth = 0; nth < MOST_BEFORE_THE_ROOT; nth++) {
                var markup = in.next().orElseThrow(Kinds::unknown);
                if (markup.type() == Markup.Type.OTHER
                        && markup.raw().toLowerCase(java.util.Locale.ROOT).startsWith("<!doctype html")) {
                    return Kind.HTML;
                }
                if (markup.type() == Markup.Type.START || markup.type() == Markup.Type.ALONE) {
                    return Kind.ofRoot(markup.name()).orElseThrow(Kinds::unknown);
                }
            }
        }
        throw unknown();
    }

    private static int firstLetter(Reader text) throws IOException {
        var letter = text.read();
        while (letter >= 0 && (Character.isWhitespace(letter) || letter == Charsets.BYTE_ORDER_MARK)) {
            letter = text.read();
        }
        return letter;
    }

    private static FeedRefused unknown() {
        return new FeedRefused("This is no feed: RSS, Atom, JSON Feed and sitemaps are read.");
    }

    /** Where a page names its feeds, the sentence does. */
    static FeedRefused webPage(Document page, Optional<URI> address) throws IOException {
        try (var in = java.nio.file.Files.newInputStream(page.file())) {
            var head = Jsoup.parse(in, page.charset().name(), "").head();
            var feeds = head.select("link[rel~=(?i)alternate][type~=(?i)rss|atom|feed]").stream()
                    .map(link -> Links.absolute(address, link.attr("href")))
                    .flatMap(Optional::stream)
                    .map(URI::toString)
                    .distinct()
                    .collect(Collectors.joining(" and "));
            return new FeedRefused(
                    "This is a web page, not a feed." + (feeds.isEmpty() ? "" : " It names its feed: " + feeds));
        }
    }
}

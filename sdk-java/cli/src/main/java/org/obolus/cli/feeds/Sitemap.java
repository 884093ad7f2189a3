package org.obolus.cli.feeds;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads sitemaps and indexes of sitemaps, one address after another. */
final class Sitemap {

    private Sitemap() {}

    static Part read(Document document, Kind kind, Optional<URI> base) throws IOException {
        var entries = new ArrayList<Entry>();
        var current = new StringBuilder();
        try (var text = document.text()) {
            var in = ItemReader.of(text, kind);
            for (var piece = in.next(); piece.isPresent(); piece = in.next()) {
                switch (piece.get().place()) {
                    case BEGIN, WITHIN -> current.append(piece.get().markup().raw());
                    case END -> {
                        entries.add(entry(current.toString(), base));
                        current.setLength(0);
                    }
                    default -> current.setLength(0);
                }
            }
        }
        return new Part(Head.UNKNOWN, entries);
    }

    private static Entry entry(String xml, Optional<URI> base) {
        var url = Jsoup.parse(xml, "", Parser.xmlParser());
        var location = text(url, "loc").orElse("");
        var tags = PlainText.tags(text(url, "keywords").stream());
        return Links.absolute(base, location)
                .map(address ->
                        Entry.of(new Post(address, text(url, "title"), Optional.empty(), text(url, "language"), tags)))
                .orElseGet(() -> Entry.broken(
                        location.isEmpty() ? "an entry without a location" : location, "It is no address on the web."));
    }

    /** Of the sitemap itself, or of one of its extensions for news. */
    private static Optional<String> text(Element url, String name) {
        return Stream.of(name, "news|" + name)
                .map(url::selectFirst)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .flatMap(found -> PlainText.of(found.text()));
    }

    static List<URI> addresses(Part index) {
        return index.entries().stream()
                .flatMap(entry -> entry.post().stream())
                .map(Post::url)
                .toList();
    }
}

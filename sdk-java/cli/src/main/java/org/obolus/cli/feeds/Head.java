package org.obolus.cli.feeds;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What a feed says about itself, beside its entries. */
record Head(
        Optional<String> title,
        Optional<URI> home,
        Optional<String> language,
        Optional<URI> next,
        Optional<URI> self,
        boolean hasHub) {

    static final Head UNKNOWN =
            new Head(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** Of RSS and Atom, in whatever state; what cannot be read there is unknown. */
    static Head of(String xml, Optional<URI> base) {
        var root = Jsoup.parse(xml, "", Parser.xmlParser());
        var channel = Optional.ofNullable(root.selectFirst("channel"))
                .or(() -> Optional.ofNullable(root.firstElementChild()))
                .orElse(root);
        return new Head(
                child(channel, "title").flatMap(PlainText::ofHtml),
                home(channel, base),
                child(channel, "language")
                        .or(() -> Optional.of(channel.attr("xml:lang")))
                        .filter(said -> !said.isBlank()),
                link(channel, "next", base),
                link(channel, "self", base),
                links(channel, "hub").findAny().isPresent());
    }

    private static Optional<URI> home(Element channel, Optional<URI> base) {
        var plain =
                children(channel, "link").filter(link -> !link.hasAttr("href")).map(Element::text);
        var ofAtom = Stream.concat(
                        links(channel, "alternate"),
                        children(channel, "link").filter(link -> !link.hasAttr("rel") && link.hasAttr("href")))
                .map(link -> link.attr("href"));
        return Stream.concat(plain, ofAtom)
                .map(written -> Links.absolute(base, written))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<URI> link(Element channel, String rel, Optional<URI> base) {
        return links(channel, rel)
                .map(link -> Links.absolute(base, link.attr("href")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<Element> links(Element channel, String rel) {
        return children(channel, "link")
                .filter(link -> Arrays.asList(link.attr("rel").split("\\s+")).contains(rel));
    }

    private static Optional<String> child(Element channel, String name) {
        return children(channel, name).map(Element::wholeText).findFirst();
    }

    private static Stream<Element> children(Element channel, String name) {
        return channel.children().stream()
                .filter(child -> Markup.local(child.tagName()).equals(name));
    }
}

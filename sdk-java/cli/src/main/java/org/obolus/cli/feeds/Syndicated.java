package org.obolus.cli.feeds;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.Element;

/** Understands pieces of RSS and Atom, in all their versions. */
record Syndicated(Kind kind) {

    private static final String NO_LINK = "It has no link to a page on the web.";

    /**
     * Reads a whole small document.
     *
     * @throws FeedException when it is not what it should be
     */
    static SyndFeed parse(String xml) throws FeedException {
        try {
            var input = new SyndFeedInput(false, Locale.ROOT);
            input.setXmlHealerOn(false);
            return input.build(new StringReader(xml));
        } catch (RuntimeException unexpected) {
            throw new FeedException("this cannot be read", unexpected);
        }
    }

    /** @param base what its relative links are relative to */
    Entry entry(SyndEntry said, Optional<URI> base) {
        var title = Optional.ofNullable(said.getTitleEx()).flatMap(this::text);
        var link = links(said)
                .map(written -> Links.absolute(base, written))
                .flatMap(Optional::stream)
                .findFirst();
        return link.map(url -> Entry.of(post(url, title, said)))
                .orElseGet(() -> Entry.broken(title.orElse("an entry without a title"), NO_LINK));
    }

    private Post post(URI url, Optional<String> title, SyndEntry said) {
        var description = Stream.concat(Stream.ofNullable(said.getDescription()), said.getContents().stream())
                .map(this::text)
                .flatMap(Optional::stream)
                .findFirst();
        var tags = PlainText.tags(
                said.getCategories().stream().map(SyndCategory::getName).filter(Objects::nonNull));
        return new Post(url, title.or(() -> description), description, language(said), tags);
    }

    /** Where a service stands between, its own address of the post comes first. */
    private static Stream<String> links(SyndEntry said) {
        var before = said.getForeignMarkup().stream()
                .filter(element -> element.getName().equals("origLink"))
                .map(Element::getText);
        return Stream.concat(
                before,
                Stream.of(Optional.ofNullable(said.getLink()), Optional.ofNullable(said.getUri()))
                        .flatMap(Optional::stream));
    }

    private static Optional<String> language(SyndEntry said) {
        return said.getModule(DCModule.URI) instanceof DCModule core
                ? Optional.ofNullable(core.getLanguage())
                : Optional.empty();
    }

    /** Atom says which of its texts are HTML; of RSS nobody knows. */
    private Optional<String> text(SyndContent content) {
        var value = Optional.ofNullable(content.getValue()).orElse("");
        var isPlain = kind == Kind.ATOM
                && (content.getType() == null || content.getType().equals("text"));
        return isPlain ? PlainText.of(value) : PlainText.ofHtml(value);
    }
}

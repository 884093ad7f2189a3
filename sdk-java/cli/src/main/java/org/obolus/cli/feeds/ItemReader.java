package org.obolus.cli.feeds;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Tells of each piece of an XML document whether it is part of an item, and where items begin and end. */
public final class ItemReader {

    private final MarkupReader in;
    private final String item;
    private String root = "";
    private String current = "";
    private int depth;
    private boolean isWhole;

    /** Where a piece stands. */
    public enum Place {
        OUTSIDE,
        BEGIN,
        WITHIN,
        END,
        /** The start of an item that is its own end. */
        EMPTY
    }

    /** A piece and its place. */
    public record Piece(Place place, Markup markup) {}

    /** @param item what its items are called: item, entry, url or sitemap */
    private ItemReader(Reader text, String item) {
        this.in = new MarkupReader(text);
        this.item = item;
    }

    public static ItemReader of(Reader text, Kind kind) {
        return new ItemReader(
                text,
                switch (kind) {
                    case ATOM -> "entry";
                    case SITEMAP -> "url";
                    case SITEMAP_INDEX -> "sitemap";
                    default -> "item";
                });
    }

    /**
     * The next piece; nothing at the end.
     *
     * @throws FeedRefused when the document ends before its root does
     */
    public Optional<Piece> next() throws IOException {
        var markup = in.next();
        if (markup.isEmpty() && !isWhole) {
            throw MarkupReader.cut();
        }
        return markup.map(piece -> new Piece(place(piece), piece));
    }

    private Place place(Markup markup) {
        return current.isEmpty() ? outside(markup) : within(markup);
    }

    private Place outside(Markup markup) {
        var isStart = markup.type() == Markup.Type.START || markup.type() == Markup.Type.ALONE;
        if (isStart && root.isEmpty()) {
            root = markup.name();
            isWhole = markup.type() == Markup.Type.ALONE;
        } else if (isStart && isItem(markup)) {
            current = markup.type() == Markup.Type.START ? markup.name() : "";
            depth = 1;
            return current.isEmpty() ? Place.EMPTY : Place.BEGIN;
        } else if (markup.type() == Markup.Type.END && markup.name().equals(root)) {
            isWhole = true;
        }
        return Place.OUTSIDE;
    }

    /** With the prefix of the root, or without one. */
    private boolean isItem(Markup markup) {
        var rootsPrefix = root.substring(0, root.length() - Markup.local(root).length());
        return markup.local().equals(item)
                && (markup.prefix().isEmpty()
                        || markup.prefix().equals(rootsPrefix)
                        || markup.prefix().equals("rss:"));
    }

    private Place within(Markup markup) {
        if (markup.name().equals(current)) {
            depth += markup.type() == Markup.Type.START ? 1 : markup.type() == Markup.Type.END ? -1 : 0;
        }
        if (depth > 0) {
            return Place.WITHIN;
        }
        current = "";
        return Place.END;
    }
}

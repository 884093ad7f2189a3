package org.obolus.cli.feeds;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One feed that is being read, with the pages and sitemaps that it leads to. */
final class Reading {

    private final Document first;
    private final String name;
    private final Optional<URI> base;
    private final Limits limits;
    private final Function<URI, Document> fetch;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Deque<URI> ahead = new ArrayDeque<>();
    private final Set<URI> seen = new HashSet<>();
    private Head head = Head.UNKNOWN;
    private Kind kind;

    Reading(Document first, String name, Optional<URI> base, Limits limits, Function<URI, Document> fetch) {
        this.first = first;
        this.name = name;
        this.base = base;
        this.limits = limits;
        this.fetch = fetch;
    }

    Feed feed() throws IOException {
        notes.addAll(first.notes());
        first.address().ifPresent(seen::add);
        kind = Kinds.of(first);
        head = take(first);
        var documents = 1;
        for (var next = ahead.poll(); next != null; next = ahead.poll()) {
            if (documents++ == limits.documents()) {
                notes.add("The feed goes on at " + next + ", which was not read: " + limits.documents()
                        + " documents are the most. --max-documents reads more.");
                break;
            }
            take(fetch.apply(next));
        }
        return whole();
    }

    private Feed whole() {
        if (head.hasHub()) {
            notes.add("The feed names a hub, which is not needed here.");
        }
        var address = first.address().or(head::self);
        return new Feed(name, kind, head.home(), address, head.title(), entries, first, notes);
    }

    /** Later documents are read as what they are: pages of a feed, sitemaps of an index. */
    private Head take(Document document) throws IOException {
        var what = Kinds.of(document);
        var where = document.address().or(() -> base);
        switch (what) {
            case HTML -> throw Kinds.webPage(document, where);
            case SITEMAP_INDEX -> goOn(Sitemap.addresses(Sitemap.read(document, what, where)), document);
            case SITEMAP -> entries.addAll(Sitemap.read(document, what, where).entries());
            case JSON -> {
                return add(JsonFeed.read(document, where), document);
            }
            default -> {
                return add(XmlFeed.read(document, what, where), document);
            }
        }
        return Head.UNKNOWN;
    }

    private Head add(Part part, Document document) {
        part.entries().forEach(entry -> entries.add(entry.in(part.head().language())));
        goOn(part.head().next().stream().toList(), document);
        return part.head();
    }

    /** A file is what a build has just made; what the web has in its place is older. */
    private void goOn(List<URI> addresses, Document document) {
        if (document.address().isEmpty() && !addresses.isEmpty()) {
            notes.add("It leads on to " + addresses.get(0)
                    + (addresses.size() > 1 ? " and " + (addresses.size() - 1) + " more" : "")
                    + ", which is not read from a file: sync that too.");
            return;
        }
        addresses.stream().filter(seen::add).forEach(ahead::add);
    }
}

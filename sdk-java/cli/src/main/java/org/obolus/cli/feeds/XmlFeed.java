package org.obolus.cli.feeds;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads RSS and Atom some items at a time, so that memory does not grow with their texts. */
final class XmlFeed {

    private static final int AT_ONCE = 100;
    private static final int LONGEST_ITEM = 4_000_000;
    private static final Set<String> TEXTS = Set.of("title", "description", "content:encoded");

    private final Kind kind;
    private final Optional<URI> address;
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder current = new StringBuilder();
    private final List<Item> waiting = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private Markup root;
    private String channel = "<channel>";
    private Optional<URI> base;
    private Optional<URI> itemBase;
    private Optional<String> itemLanguage;
    private String text = "";
    private boolean hasElementsInTexts;

    /** An item as it stands in the document, and what its links are relative to. */
    private record Item(String xml, Optional<URI> base, Optional<String> language) {}

    private XmlFeed(Kind kind, Optional<URI> address) {
        this.kind = kind;
        this.address = address;
        this.base = address;
    }

    static Part read(Document document, Kind kind, Optional<URI> address) throws IOException {
        try (var text = document.text()) {
            return new XmlFeed(kind, address).read(ItemReader.of(text, kind));
        }
    }

    private Part read(ItemReader in) throws IOException {
        for (var piece = in.next(); piece.isPresent(); piece = in.next()) {
            take(piece.get().place(), piece.get().markup());
        }
        understand();
        return new Part(Head.of(head.toString(), address), entries);
    }

    private void take(ItemReader.Place place, Markup markup) {
        switch (place) {
            case OUTSIDE -> outside(markup);
            case EMPTY -> {
                understand();
                entries.add(Entry.broken("an empty entry", "There is nothing in it."));
            }
            case BEGIN -> begin(markup);
            case WITHIN -> within(markup);
            case END -> end(markup);
        }
    }

    private void outside(Markup markup) {
        head.append(markup.raw());
        if (markup.type() == Markup.Type.START || markup.type() == Markup.Type.ALONE) {
            var isRoot = root == null;
            root = isRoot ? markup : root;
            if (isRoot || markup.name().equals("channel")) {
                base = based(base, markup);
                channel = isRoot ? channel : markup.raw();
            }
        }
    }

    private void begin(Markup markup) {
        if (base.isEmpty()) {
            var soFar = Head.of(head.toString(), Optional.empty());
            base = soFar.self().or(soFar::home);
        }
        itemBase = based(base, markup);
        itemLanguage = markup.language();
        current.setLength(0);
        append(markup);
    }

    /** RSS has no elements within its texts, but feeds have. */
    private void within(Markup markup) {
        append(markup);
        var isStart = markup.type() == Markup.Type.START || markup.type() == Markup.Type.ALONE;
        if (markup.type() == Markup.Type.END && markup.name().equals(text)) {
            text = "";
        } else if (isStart && !text.isEmpty()) {
            hasElementsInTexts = true;
        } else if (markup.type() == Markup.Type.START && TEXTS.contains(markup.name())) {
            text = markup.name();
        }
    }

    private void append(Markup markup) {
        if (current.length() <= LONGEST_ITEM) {
            current.append(markup.raw());
        }
    }

    private void end(Markup markup) {
        append(markup);
        var xml = current.toString();
        var isToWrap = kind == Kind.RSS && hasElementsInTexts;
        waiting.add(new Item(isToWrap ? Mending.withTextsWrapped(xml) : xml, itemBase, itemLanguage));
        hasElementsInTexts = false;
        text = "";
        if (waiting.size() == AT_ONCE || current.length() > LONGEST_ITEM / 10) {
            understand();
        }
    }

    /** All at once, for that is quick; where one of them is broken, each for itself. */
    private void understand() {
        try {
            entries.addAll(together());
        } catch (FeedException broken) {
            waiting.forEach(item -> entries.add(alone(item)));
        }
        waiting.clear();
    }

    private List<Entry> together() throws FeedException {
        if (waiting.isEmpty()) {
            return List.of();
        }
        var items = waiting.stream().map(Item::xml).collect(Collectors.joining());
        var said = parsed(Mending.lightly(items), false);
        if (said.size() != waiting.size()) {
            throw new FeedException("an item holds another");
        }
        return IntStream.range(0, said.size())
                .mapToObj(nth -> entry(said.get(nth), waiting.get(nth)))
                .toList();
    }

    private Entry alone(Item item) {
        var name = "entry number " + (entries.size() + 1);
        if (item.xml().length() > LONGEST_ITEM) {
            return Entry.broken(name, "It has more than 4 million characters.");
        }
        try {
            return only(parsed(Mending.lightly(item.xml()), true), item);
        } catch (FeedException broken) {
            return tidied(item, name);
        }
    }

    private Entry tidied(Item item, String name) {
        try {
            return only(parsed(Mending.thoroughly(item.xml()), true), item);
        } catch (FeedException hopeless) {
            return Entry.broken(name, "It is no XML that can be understood.");
        }
    }

    private Entry only(List<SyndEntry> said, Item item) throws FeedException {
        if (said.size() != 1) {
            throw new FeedException("an item holds another");
        }
        return entry(said.get(0), item);
    }

    private List<SyndEntry> parsed(String items, boolean isDeclaring) throws FeedException {
        var around = XmlRoot.of(kind, root, channel);
        return Syndicated.parse((isDeclaring ? around.declaring(items) : around).around(items))
                .getEntries();
    }

    private Entry entry(SyndEntry said, Item item) {
        return new Syndicated(kind).entry(said, item.base()).in(item.language());
    }

    private static Optional<URI> based(Optional<URI> outer, Markup start) {
        return start.base().flatMap(written -> Links.absolute(outer, written)).or(() -> outer);
    }
}

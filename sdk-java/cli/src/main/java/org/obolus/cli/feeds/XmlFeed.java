package org.obolus.cli.feeds;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Reads RSS and Atom some items at a time, so that memory does not grow with their texts. */
final class XmlFeed {

    private static final int AT_ONCE = 100;
    private static final int MUCH = 500_000;
    private static final int MOST_AT_WORK = 2;
    private static final Set<String> TEXTS = Set.of("title", "description", "content:encoded");

    private final Kind kind;
    private final Optional<URI> address;
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder current = new StringBuilder();
    private final List<Items.Item> waiting = new ArrayList<>();
    private final Deque<CompletableFuture<List<Entry>>> understood = new ArrayDeque<>();
    private final List<Entry> entries = new ArrayList<>();
    private int waitingLength;
    private int count;
    private Markup root;
    private String channel = "<channel>";
    private Optional<URI> base;
    private Optional<URI> itemBase;
    private Optional<String> itemLanguage;
    private String text = "";
    private boolean hasElementsInTexts;

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
        collect(0);
        return new Part(Head.of(head.toString(), address), entries);
    }

    private void take(ItemReader.Place place, Markup markup) {
        switch (place) {
            case OUTSIDE -> outside(markup);
            case EMPTY -> {
                understand();
                collect(0);
                count++;
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
        if (current.length() <= Items.LONGEST) {
            current.append(markup.raw());
        }
    }

    private void end(Markup markup) {
        append(markup);
        var xml = current.toString();
        var isToWrap = kind == Kind.RSS && hasElementsInTexts;
        waiting.add(new Items.Item(isToWrap ? Mending.withTextsWrapped(xml) : xml, itemBase, itemLanguage));
        hasElementsInTexts = false;
        text = "";
        waitingLength += xml.length();
        if (waiting.size() == AT_ONCE || waitingLength > MUCH) {
            understand();
        }
    }

    /** While they are understood the next ones are read. */
    private void understand() {
        if (!waiting.isEmpty()) {
            var items = new Items(kind, XmlRoot.of(kind, root, channel), count, waiting);
            count += waiting.size();
            understood.add(CompletableFuture.supplyAsync(items::entries));
            waiting.clear();
            waitingLength = 0;
            collect(MOST_AT_WORK);
        }
    }

    /** Until no more than these are being understood. */
    private void collect(int left) {
        while (understood.size() > left) {
            entries.addAll(understood.poll().join());
        }
    }

    private static Optional<URI> based(Optional<URI> outer, Markup start) {
        return start.base().flatMap(written -> Links.absolute(outer, written)).or(() -> outer);
    }
}

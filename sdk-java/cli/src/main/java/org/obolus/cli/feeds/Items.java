package org.obolus.cli.feeds;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Some items of RSS or Atom that are understood at once.
 *
 * @param around what has to stand around them
 * @param before how many items come before them
 */
record Items(Kind kind, XmlRoot around, int before, List<Item> all) {

    static final int LONGEST = 4_000_000;

    Items {
        all = List.copyOf(all);
    }

    /** An item as it stands in the document, and what its links are relative to. */
    record Item(String xml, Optional<URI> base, Optional<String> language) {}

    /** All at once, for that is quick; where one of them is broken, each for itself. */
    List<Entry> entries() {
        try {
            return together();
        } catch (FeedException broken) {
            return IntStream.range(0, all.size()).mapToObj(this::alone).toList();
        }
    }

    private List<Entry> together() throws FeedException {
        var items = all.stream().map(Item::xml).collect(Collectors.joining());
        var said = parsed(Mending.lightly(items), around);
        if (said.size() != all.size()) {
            throw new FeedException("an item holds another");
        }
        return IntStream.range(0, said.size())
                .mapToObj(nth -> entry(said.get(nth), all.get(nth)))
                .toList();
    }

    private Entry alone(int nth) {
        var item = all.get(nth);
        var name = "entry number " + (before + nth + 1);
        if (item.xml().length() > LONGEST) {
            return Entry.broken(name, "It has more than 4 million characters.");
        }
        try {
            return only(Mending.lightly(item.xml()), item);
        } catch (FeedException broken) {
            return tidied(item, name);
        }
    }

    private Entry tidied(Item item, String name) {
        try {
            return only(Mending.thoroughly(item.xml()), item);
        } catch (FeedException hopeless) {
            return Entry.broken(name, "It is no XML that can be understood.");
        }
    }

    private Entry only(String xml, Item item) throws FeedException {
        var said = parsed(xml, around.declaring(xml));
        if (said.size() != 1) {
            throw new FeedException("an item holds another");
        }
        return entry(said.get(0), item);
    }

    private Entry entry(SyndEntry said, Item item) {
        return new Syndicated(kind).entry(said, item.base()).in(item.language());
    }

    private static List<SyndEntry> parsed(String items, XmlRoot around) throws FeedException {
        return Syndicated.parse(around.around(items)).getEntries();
    }
}

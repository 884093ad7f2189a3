package org.obolus.cli.feeds;

import java.util.List;

/** One document of a feed, which may have more. */
record Part(Head head, List<Entry> entries) {

    Part {
        entries = List.copyOf(entries);
    }
}

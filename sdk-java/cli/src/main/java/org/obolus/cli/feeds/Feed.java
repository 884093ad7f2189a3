package org.obolus.cli.feeds;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a feed says about itself, and its entries, all pages of it.
 *
 * @param name the file or address as it was asked for
 * @param home the site that it is about
 * @param document its first page, as it came
 * @param notes what people should know about it, in sentences
 */
public record Feed(
        String name,
        Kind kind,
        Optional<URI> home,
        Optional<URI> address,
        Optional<String> title,
        List<Entry> entries,
        Document document,
        List<String> notes) {

    public Feed {
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
    }
}

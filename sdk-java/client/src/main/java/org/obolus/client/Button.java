package org.obolus.client;

import java.net.URI;
import java.util.Objects;

/** A link in a page in whose place the server's script draws a button with a counter. Immutable. */
public record Button(Flattrable thing, boolean isCompact) {

    public Button {
        Objects.requireNonNull(thing, "thing");
    }

    public static Button of(Flattrable thing) {
        return new Button(thing, false);
    }

    /** A flat one, for a line of text. */
    public Button compact() {
        return new Button(thing, true);
    }

    /** What a page needs once, however many buttons it has. */
    public static String script(URI server) {
        return Loader.of(server).html();
    }

    /** The link; its text is what readers without scripts see. */
    public String html() {
        var link = new Markup("a")
                .with("class", "FlattrButton")
                .with("href", thing.url().toString());
        thing.title().ifPresent(title -> link.with("title", title));
        thing.language().ifPresent(language -> link.with("lang", language));
        thing.receiver().ifPresent(receiver -> forWhom(link, receiver));
        thing.category().ifPresent(category -> link.with("data-flattr-category", category.toString()));
        if (!thing.tags().isEmpty()) {
            link.with("data-flattr-tags", String.join(",", thing.tags()));
        }
        if (thing.hidden()) {
            link.with("data-flattr-hidden", "1");
        }
        if (isCompact) {
            link.with("data-flattr-button", "compact");
        }
        return link.around(text());
    }

    private static void forWhom(Markup link, Receiver receiver) {
        if (receiver instanceof Receiver.Account account) {
            link.with("data-flattr-uid", account.username());
        } else {
            link.with("data-flattr-owner", ((Receiver.Identity) receiver).name());
        }
    }

    private String text() {
        return thing.description().or(thing::title).orElseGet(() -> thing.url().toString());
    }
}

package org.obolus.client;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The button as an element of its own around a link that works without any script; the page needs a {@link Loader}.
 * Immutable.
 *
 * @param counts whether the number is asked for at once, or only when somebody points at the button
 * @param lang the language of the button itself, where it is not that of the page
 */
public record ButtonElement(
        URI server, Flattrable thing, Layout layout, boolean counts, Optional<String> lang, String text) {

    private static final String USUAL_TEXT = "Flattr this";

    public ButtonElement {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(thing, "thing");
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(text, "text");
    }

    /** How large it is; the last two show no number. */
    public enum Layout {
        LARGE,
        COMPACT,
        ICON,
        TEXT;

        /** As pages write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static ButtonElement of(URI server, Flattrable thing) {
        return new ButtonElement(server, thing, Layout.LARGE, true, Optional.empty(), USUAL_TEXT);
    }

    public ButtonElement looking(Layout chosen) {
        return new ButtonElement(server, thing, chosen, counts, lang, text);
    }

    /** Asks for no number before somebody points at the button. */
    public ButtonElement withoutCounts() {
        return new ButtonElement(server, thing, layout, false, lang, text);
    }

    /** The language of the button itself, such as {@code de}. */
    public ButtonElement speaking(String language) {
        return new ButtonElement(server, thing, layout, counts, Optional.of(language), text);
    }

    /** What the link says where no script runs. */
    public ButtonElement saying(String words) {
        return new ButtonElement(server, thing, layout, counts, lang, words);
    }

    public String html() {
        var link = new Markup("a")
                .with("href", AutoSubmitUrl.of(server, thing).toString())
                .around(text);
        var element = new Markup("flattr-button").with("href", thing.url().toString());
        thing.receiver().ifPresent(receiver -> forWhom(element, receiver));
        thing.title().ifPresent(title -> element.with("title", title));
        thing.description().ifPresent(description -> element.with("description", description));
        thing.language().ifPresent(language -> element.with("language", language));
        thing.category().ifPresent(category -> element.with("category", category.toString()));
        if (!thing.tags().isEmpty()) {
            element.with("tags", String.join(",", thing.tags()));
        }
        if (thing.hidden()) {
            element.with("unlisted", "1");
        }
        looks(element);
        return element.holding(link);
    }

    private void looks(Markup element) {
        if (layout != Layout.LARGE) {
            element.with("layout", layout.toString());
        }
        if (!counts) {
            element.with("counts", "off");
        }
        lang.ifPresent(language -> element.with("lang", language));
    }

    private static void forWhom(Markup element, Receiver receiver) {
        if (receiver instanceof Receiver.Account account) {
            element.with("by", account.username());
        } else {
            element.with("owner", ((Receiver.Identity) receiver).name());
        }
    }
}

package org.obolus.client;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/** The script that a page needs once, however many buttons it has, and what it says for all of them. Immutable. */
public record Loader(
        URI server,
        boolean isManual,
        Optional<Receiver.Account> receiver,
        Optional<String> language,
        Optional<Category> category,
        Optional<ButtonElement.Layout> layout) {

    public Loader {
        Objects.requireNonNull(server, "server");
    }

    public static Loader of(URI server) {
        return new Loader(server, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Links of class {@code FlattrButton} stay links until the page calls {@code FlattrLoader.setup()}. */
    public Loader manual() {
        return new Loader(server, true, receiver, language, category, layout);
    }

    /** For whom the buttons are that do not say it themselves. */
    public Loader by(String username) {
        var account = new Receiver.Account(username);
        return new Loader(server, isManual, Optional.of(account), language, category, layout);
    }

    /** Language and country of the things whose buttons do not say it themselves, such as {@code en_GB}. */
    public Loader in(String chosen) {
        return new Loader(server, isManual, receiver, Optional.of(chosen), category, layout);
    }

    /** What kind of things they are whose buttons do not say it themselves. */
    public Loader of(Category chosen) {
        return new Loader(server, isManual, receiver, language, Optional.of(chosen), layout);
    }

    /** How the buttons look that do not say it themselves. */
    public Loader looking(ButtonElement.Layout chosen) {
        return new Loader(server, isManual, receiver, language, category, Optional.of(chosen));
    }

    /** The address of the script. */
    public URI url() {
        var query = new Query()
                .with("mode", isManual ? "manual" : null)
                .with("uid", receiver.map(Receiver.Account::username).orElse(null))
                .with("language", language.orElse(null))
                .with("category", category.orElse(null))
                .with("button", layout.orElse(null));
        return Query.below(server, "/button.js" + query);
    }

    public String html() {
        return "<script async src=\"" + Markup.escaped(url().toString()) + "\"></script>";
    }
}

package org.obolus.client;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an author says about a thing that can be flattred: the address at least, and whatever helps people to recognise
 * it. Immutable; each method answers a changed copy.
 */
public record Flattrable(
        URI url,
        Optional<Receiver> receiver,
        Optional<String> title,
        Optional<String> description,
        Optional<String> language,
        Optional<Category> category,
        List<String> tags,
        boolean hidden) {

    private static final int SHORTEST = 5;
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_DESCRIPTION = 1000;

    /** @throws IllegalArgumentException when a value is one that no Obolus server would take */
    public Flattrable {
        Objects.requireNonNull(url, "url");
        tags = List.copyOf(tags);
        require(isOnTheWeb(url), "The url of a thing is a whole http or https address.");
        title.ifPresent(text -> requireLength("title", text, LONGEST_TITLE));
        description.ifPresent(text -> requireLength("description", text, LONGEST_DESCRIPTION));
        language.ifPresent(name ->
                require(name.matches("[a-z]{2,3}_[A-Z]{2}"), "A language is written with its country, such as en_GB."));
        require(!category.equals(Optional.of(Category.UNKNOWN)), "An unknown category cannot be sent.");
        tags.forEach(tag -> require(
                !tag.isBlank() && tag.indexOf(',') < 0 && isText(tag), "A tag is a word or two, without a comma."));
    }

    /** A thing of which nothing is known yet but where it is. */
    public static Flattrable at(URI url) {
        return new Flattrable(
                url,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false);
    }

    /** For somebody with an account, by username. */
    public Flattrable by(String username) {
        return by(new Receiver.Account(username));
    }

    /** For whoever it is, with an account or without. */
    public Flattrable by(Receiver chosen) {
        return new Flattrable(url, Optional.of(chosen), title, description, language, category, tags, hidden);
    }

    /** Between 5 and 100 characters. */
    public Flattrable titled(String text) {
        return new Flattrable(url, receiver, Optional.of(text), description, language, category, tags, hidden);
    }

    /** Between 5 and 1000 characters; line breaks stay. */
    public Flattrable described(String text) {
        return new Flattrable(url, receiver, title, Optional.of(text), language, category, tags, hidden);
    }

    /** With as much of this as a title may have; none, where it is too short for one. */
    public Flattrable titledToFit(String text) {
        var fitting = Excerpt.of(text, SHORTEST, LONGEST_TITLE);
        return new Flattrable(url, receiver, fitting, description, language, category, tags, hidden);
    }

    /** With as much of this as a description may have; none, where it is too short for one. */
    public Flattrable describedToFit(String text) {
        var fitting = Excerpt.of(text, SHORTEST, LONGEST_DESCRIPTION);
        return new Flattrable(url, receiver, title, fitting, language, category, tags, hidden);
    }

    /** Language and country, such as {@code en_GB}. */
    public Flattrable in(String chosen) {
        return new Flattrable(url, receiver, title, description, Optional.of(chosen), category, tags, hidden);
    }

    public Flattrable of(Category chosen) {
        return new Flattrable(url, receiver, title, description, language, Optional.of(chosen), tags, hidden);
    }

    public Flattrable tagged(String... words) {
        return new Flattrable(url, receiver, title, description, language, category, List.of(words), hidden);
    }

    /** Can be flattred, but is not shown in the catalogue. */
    public Flattrable hide() {
        return new Flattrable(url, receiver, title, description, language, category, tags, true);
    }

    /** For the API; it takes no receiver, for the page itself says whose it is. */
    Body body() {
        return Body.empty()
                .with("url", url)
                .with("title", title)
                .with("description", description)
                .with("category", category)
                .with("language", language)
                .with("tags", tags.isEmpty() ? null : tags)
                .with("hidden", hidden ? true : null);
    }

    private static boolean isOnTheWeb(URI url) {
        return ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
                && url.getRawAuthority() != null;
    }

    private static void requireLength(String name, String text, int longest) {
        var length = text.codePointCount(0, text.length());
        require(
                length >= SHORTEST && length <= longest && isText(text),
                "A " + name + " has " + SHORTEST + " to " + longest + " characters; this one has " + length + ".");
    }

    private static boolean isText(String text) {
        return text.chars().noneMatch(character -> character < ' ' && "\n\r\t".indexOf(character) < 0);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}

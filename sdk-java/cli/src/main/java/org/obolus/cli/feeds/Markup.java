package org.obolus.cli.feeds;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A piece of XML, letter by letter as it stands in its document.
 *
 * @param name of the element, with its prefix; empty where there is none
 */
public record Markup(Type type, String name, String raw) {

    private static final String VALUE = "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')";
    private static final Pattern BASE = Pattern.compile("\\sxml:base" + VALUE);
    private static final Pattern LANGUAGE = Pattern.compile("\\sxml:lang" + VALUE);

    /** What it is. */
    public enum Type {
        TEXT,
        START,
        /** A start that is its own end. */
        ALONE,
        END,
        /** A comment, an instruction, a declaration, or text in which nothing is markup. */
        OTHER
    }

    public String local() {
        return local(name);
    }

    public String prefix() {
        return name.substring(0, name.length() - local().length());
    }

    public static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    Optional<String> base() {
        return found(BASE);
    }

    Optional<String> language() {
        return found(LANGUAGE);
    }

    private Optional<String> found(Pattern attribute) {
        var found = attribute.matcher(raw);
        return found.find()
                ? Optional.ofNullable(found.group(1)).or(() -> Optional.ofNullable(found.group(2)))
                : Optional.empty();
    }

    /** Of its start, what stands between its name and its end. */
    String attributes() {
        return raw.substring(1 + name.length(), raw.length() - (type == Type.ALONE ? 2 : 1));
    }
}

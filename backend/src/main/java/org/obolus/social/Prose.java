package org.obolus.social;

import java.util.regex.Pattern;
import org.obolus.problems.Unacceptable;

/** What people write to be read by others. */
final class Prose {

    /** What nobody sees: control characters, and those that turn the direction of what follows. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]");

    private Prose() {}

    /** In one line. */
    static String line(String field, String written, int most) {
        return text(field, written.replaceAll("\\s+", " "), most);
    }

    /**
     * Without what nobody sees.
     *
     * @param most characters, as people count them
     * @throws Unacceptable.Invalid when there are more
     */
    static String text(String field, String written, int most) {
        var text = INVISIBLE
                .matcher(written.replaceAll("\\r\\n?", "\n"))
                .replaceAll("")
                .strip();
        if (text.codePointCount(0, text.length()) > most) {
            throw new Unacceptable.Invalid(
                    field, "The field " + field + " is too long: it has at most " + most + " characters.");
        }
        return text;
    }
}

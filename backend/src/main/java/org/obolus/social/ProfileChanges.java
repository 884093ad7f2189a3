package org.obolus.social;

import java.util.Optional;
import java.util.regex.Pattern;
import org.obolus.problems.Unacceptable;
import org.obolus.web.WebUrl;

/** What somebody says about themselves from now on, and shows; what is empty stays as it is. */
public record ProfileChanges(
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> about,
        Optional<String> city,
        Optional<String> country,
        Optional<String> url,
        Optional<Boolean> showsProfile,
        Optional<Boolean> showsGiven,
        Optional<Boolean> showsReceived) {

    private static final int LINE = 50;
    private static final int LINES = 1000;

    /** What nobody sees: control characters, and those that turn the direction of what follows. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]");

    /** What people write, before it is read; an empty text takes away what was there. */
    public record Written(
            String firstName,
            String lastName,
            String about,
            String city,
            String country,
            String url,
            Boolean showsProfile,
            Boolean showsGiven,
            Boolean showsReceived) {}

    /** @throws org.obolus.problems.Problem that names the first field that is not acceptable */
    public static ProfileChanges of(Written written) {
        return new ProfileChanges(
                line("first_name", written.firstName()),
                line("last_name", written.lastName()),
                text("about", written.about(), LINES),
                line("city", written.city()),
                line("country", written.country()),
                Optional.ofNullable(written.url()).map(ProfileChanges::address),
                Optional.ofNullable(written.showsProfile()),
                Optional.ofNullable(written.showsGiven()),
                Optional.ofNullable(written.showsReceived()));
    }

    private static Optional<String> line(String field, String written) {
        return text(field, written == null ? null : written.replaceAll("\\s+", " "), LINE);
    }

    private static Optional<String> text(String field, String written, int most) {
        return Optional.ofNullable(written)
                .map(text -> text.replaceAll("\\r\\n?", "\n"))
                .map(text -> INVISIBLE.matcher(text).replaceAll("").strip())
                .map(text -> fitting(field, text, most));
    }

    private static String fitting(String field, String text, int most) {
        if (text.codePointCount(0, text.length()) > most) {
            throw new Unacceptable.Invalid(
                    field, "The field " + field + " is too long: it has at most " + most + " characters.");
        }
        return text;
    }

    private static String address(String written) {
        return written.isBlank() ? "" : WebUrl.of(written).toString();
    }
}

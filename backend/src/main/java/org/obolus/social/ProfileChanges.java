package org.obolus.social;

import java.util.Optional;
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
                text("about", written.about()),
                line("city", written.city()),
                line("country", written.country()),
                Optional.ofNullable(written.url()).map(ProfileChanges::address),
                Optional.ofNullable(written.showsProfile()),
                Optional.ofNullable(written.showsGiven()),
                Optional.ofNullable(written.showsReceived()));
    }

    private static Optional<String> line(String field, String written) {
        return Optional.ofNullable(written).map(there -> Prose.line(field, there, LINE));
    }

    private static Optional<String> text(String field, String written) {
        return Optional.ofNullable(written).map(there -> Prose.text(field, there, LINES));
    }

    private static String address(String written) {
        return written.isBlank() ? "" : WebUrl.of(written).toString();
    }
}

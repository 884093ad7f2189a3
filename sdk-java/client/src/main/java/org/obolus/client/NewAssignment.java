package org.obolus.client;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** Which pages of a site are to be whose, and from when. Immutable; made by one of the first three methods. */
public final class NewAssignment {

    private final String kind;
    private final String pages;
    private final String username;
    private final Optional<LocalDate> from;

    private NewAssignment(String kind, String pages, String username, Optional<LocalDate> from) {
        this.kind = kind;
        this.pages = Objects.requireNonNull(pages, kind);
        this.username = Objects.requireNonNull(username, "username");
        this.from = from;
    }

    /** @param page its address, or from the site's slash on */
    public static NewAssignment ofPage(String page, String username) {
        return new NewAssignment("page", page, username, Optional.empty());
    }

    /** @param path from the site's slash on; everything below it is meant */
    public static NewAssignment ofPath(String path, String username) {
        return new NewAssignment("path", path, username, Optional.empty());
    }

    /** @param author as the site calls its author when it registers things */
    public static NewAssignment ofAuthor(String author, String username) {
        return new NewAssignment("author", author, username, Optional.empty());
    }

    /** Not before this day begins, in UTC; a day that is past is the same as none. */
    public NewAssignment from(LocalDate day) {
        return new NewAssignment(kind, pages, username, Optional.of(day));
    }

    Body body() {
        return Body.empty().with(kind, pages).with("username", username).with("from", from);
    }
}

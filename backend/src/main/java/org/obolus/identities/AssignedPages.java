package org.obolus.identities;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.obolus.problems.Unacceptable;
import org.obolus.web.WebUrl;

/**
 * Which pages of a site: one, all below a path, or all of an author.
 *
 * @param pattern a page's {@link WebUrl#key}, that of a path without a slash at its end, or the author in lower case
 */
public record AssignedPages(Kind kind, String pattern) {

    public static final int MOST_OF_AUTHOR = 100;

    /** What the pages have in common. */
    @Schema(name = "AssignmentKind")
    public enum Kind {
        PAGE,
        PATH,
        AUTHOR;

        static Kind of(String written) {
            return valueOf(written.toUpperCase(Locale.ROOT));
        }

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws Unacceptable.Invalid when it is not an address on that site, whole or from its slash on */
    static AssignedPages page(SiteHost site, String written) {
        return new AssignedPages(Kind.PAGE, on(site, Kind.PAGE, written).key());
    }

    /** @throws Unacceptable.Invalid when it is not a path on that site, or has more than a path */
    static AssignedPages path(SiteHost site, String written) {
        var url = on(site, Kind.PATH, written);
        if (url.query().isPresent() || url.fragment().isPresent()) {
            throw new Unacceptable.Invalid("path", "A path ends before a question mark or a hash.");
        }
        var key = url.key();
        return new AssignedPages(Kind.PATH, key.endsWith("/") ? key.substring(0, key.length() - 1) : key);
    }

    /** @throws Unacceptable.Invalid when it has nothing in it or more than 100 characters */
    static AssignedPages author(String written) {
        return new AssignedPages(Kind.AUTHOR, authorKey(written));
    }

    /**
     * How a site's name for an author is compared: however it is written in capitals and small letters.
     *
     * @throws Unacceptable.Invalid when it has nothing in it or more than 100 characters
     */
    public static String authorKey(String written) {
        var key = written.strip().toLowerCase(Locale.ROOT);
        if (key.isEmpty() || key.length() > MOST_OF_AUTHOR || key.chars().anyMatch(Character::isISOControl)) {
            throw new Unacceptable.Invalid(
                    "author", "An author has a name of 1 to " + MOST_OF_AUTHOR + " characters, on one line.");
        }
        return key;
    }

    /** As it is written for people: from the site's slash on, or the author. */
    String written(SiteHost site) {
        if (kind == Kind.AUTHOR) {
            return pattern;
        }
        var path = pattern.substring(site.value().length());
        return path.isEmpty() ? "/" : path;
    }

    private static WebUrl on(SiteHost site, Kind kind, String written) {
        var stripped = written.strip();
        var isWhole = stripped.regionMatches(true, 0, "http", 0, 4) && stripped.contains("://");
        if (!isWhole && !stripped.startsWith("/")) {
            throw notThere(site, kind);
        }
        var url = isWhole ? WebUrl.of(stripped) : site.page("https", stripped);
        if (!url.key().startsWith(site.value() + "/")) {
            throw notThere(site, kind);
        }
        return url;
    }

    private static Unacceptable.Invalid notThere(SiteHost site, Kind kind) {
        return new Unacceptable.Invalid(
                kind.toString(), "That is not on " + site + ". Write it from its slash on, like /blog.");
    }
}

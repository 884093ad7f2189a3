package org.obolus.social;

import java.util.regex.Pattern;
import org.obolus.problems.Unacceptable;

/**
 * Which page of a counted list somebody asks for, the first is 1. What lies deeper than anybody reads is not looked up,
 * so that no request costs more than another.
 */
public record Part(int page, int limit) {

    /** How far lists can be read, and up to where they are counted. */
    static final int DEEPEST = 10_000;

    private static final int USUAL = 30;
    private static final int MOST = 100;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");

    public Part {
        if (limit < 1 || limit > MOST) {
            throw new Unacceptable.Invalid("limit", "The limit is a number: a page has 1 to " + MOST + " entries.");
        }
        if (page < 1 || (long) page * limit > DEEPEST) {
            throw new Unacceptable.Invalid(
                    "page", "The first page is 1, and lists end after " + DEEPEST + " entries. Narrow the search.");
        }
    }

    /** @throws Unacceptable.Invalid when these are no numbers, or lead too far */
    public static Part of(String page, String limit) {
        return new Part(number(page, 1), number(limit, USUAL));
    }

    /** The first entries. */
    public static Part first(int limit) {
        return new Part(1, limit);
    }

    public Part withPage(int other) {
        return new Part(other, limit);
    }

    int offset() {
        return (page - 1) * limit;
    }

    /** Up to here a list has to be sorted. */
    int end() {
        return page * limit;
    }

    private static int number(String written, int usual) {
        if (written == null || written.isBlank()) {
            return usual;
        }
        return NUMBER.matcher(written).matches() ? Integer.parseInt(written) : 0;
    }
}

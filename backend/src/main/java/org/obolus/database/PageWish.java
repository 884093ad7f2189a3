package org.obolus.database;

import java.util.Optional;
import java.util.regex.Pattern;
import org.obolus.problems.Unacceptable;

/** Which part of a list somebody asks for. */
public record PageWish(int limit, Optional<Cursor> after) {

    public static final int MOST = 100;
    private static final int USUAL = 30;
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");

    /** @throws Unacceptable.Invalid when the limit is not between 1 and 100, or the cursor is none */
    public static PageWish of(String limit, String cursor) {
        return new PageWish(
                limit == null ? USUAL : number(limit),
                Optional.ofNullable(cursor).map(Cursor::of));
    }

    private static int number(String limit) {
        if (!LIMIT.matcher(limit).matches()) {
            throw new Unacceptable.Invalid("limit", "The limit is a number: a page has 1 to " + MOST + " entries.");
        }
        return Integer.parseInt(limit);
    }

    /** One more than the page holds, which tells whether there is a next one. */
    public int rows() {
        return limit + 1;
    }

    /** The first sort key of the cursor; beyond every id where the list begins, for lists with the newest first. */
    public long before() {
        return after.map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
    }
}

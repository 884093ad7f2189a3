package org.obolus.database;

import java.util.Optional;
import org.obolus.problems.Unacceptable;

/** Which part of a list somebody asks for. */
public record PageWish(int limit, Optional<Cursor> after) {

    public static final int MOST = 100;
    private static final int USUAL = 30;

    /** @throws Unacceptable.Invalid when the limit is not between 1 and 100, or the cursor is none */
    public static PageWish of(Integer limit, String cursor) {
        var wanted = limit == null ? USUAL : limit;
        if (wanted < 1 || wanted > MOST) {
            throw new Unacceptable.Invalid("limit", "A page has 1 to " + MOST + " entries.");
        }
        return new PageWish(wanted, Optional.ofNullable(cursor).map(Cursor::of));
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

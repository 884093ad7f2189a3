package org.obolus.dashboards;

import org.obolus.database.Page;

/**
 * The ways to the neighbours of a page of a list; null where there is none.
 *
 * @param cursor where this page began, to come back to it; empty for the first
 * @param newer to the beginning, because cursors only lead on
 */
record PageLinks(String cursor, String newer, String older) {

    static PageLinks of(String path, String cursor, Page<?> page) {
        return new PageLinks(
                cursor == null ? "" : cursor,
                cursor == null ? null : path,
                page.next().map(next -> path + "?cursor=" + next).orElse(null));
    }
}

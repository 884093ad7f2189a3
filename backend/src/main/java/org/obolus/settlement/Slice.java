package org.obolus.settlement;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Locale;

/** A range of owners whose part of a month end is done in one transaction. */
record Slice(int number, long from, long to) {

    /** What is done slice by slice, in this order. */
    enum Stage {
        POTS,
        SHARES,
        CREDITS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Slice of(Row row) {
        return new Slice(row.getInteger("slice"), row.getLong("from_id"), row.getLong("to_id"));
    }
}

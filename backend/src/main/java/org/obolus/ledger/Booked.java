package org.obolus.ledger;

import java.time.Instant;
import org.obolus.database.Cursor;

/**
 * A transfer in the books, and when it was booked.
 *
 * @param atMicros the same instant as a number, by which lists of transfers are ordered
 */
public record Booked(Transfer transfer, Instant at, long atMicros) {

    Cursor cursor() {
        return Cursor.after(atMicros, transfer.key(), transfer.from());
    }
}

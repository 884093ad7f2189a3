package org.obolus.settlement;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Map;
import org.obolus.database.Cursor;
import org.obolus.identities.IdentityName;
import org.obolus.money.Money;

/**
 * Somebody for whom shares are held, from how many people, and how much together.
 *
 * @param called what people call them: a name and handle on another platform, else as the identity is written
 */
public record Wanted(long id, IdentityName identity, String called, long supporters, Money held) {

    static IdentityName identity(Row row) {
        return new IdentityName(row.getString("name"));
    }

    static Wanted of(Row row, Map<IdentityName, String> called) {
        return new Wanted(
                row.getLong("identity_id"),
                identity(row),
                called.get(identity(row)),
                row.getLong("supporters"),
                new Money(row.getLong("held")));
    }

    Cursor cursor() {
        return Cursor.after(held.micros(), id);
    }
}

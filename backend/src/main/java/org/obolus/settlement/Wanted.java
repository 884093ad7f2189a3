package org.obolus.settlement;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.mutiny.sqlclient.Row;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import org.obolus.database.Cursor;
import org.obolus.identities.IdentityName;
import org.obolus.identities.PlatformUserId;
import org.obolus.money.Money;

/**
 * Somebody for whom shares are held, and from how many people.
 *
 * @param called what people call them: a name and handle on another platform, else as the identity is written
 * @param held how much together; nothing where so few gave it that nobody is told
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

    /** Where it can be seen here what was flattred: a person's page, or all that is known of a site. */
    public Optional<String> page() {
        return PlatformUserId.of(identity)
                .map(PlatformUserId::path)
                .or(() -> identity.site()
                        .map(site -> "/catalogue?url=" + URLEncoder.encode("https://" + site + "/", UTF_8)));
    }

    Cursor cursor() {
        return Cursor.after(held.micros(), id);
    }
}

package org.obolus.apps;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.obolus.web.WebUrl;

/**
 * Where web hooks go.
 *
 * @param app of which it is, and which people let read what it is told; empty for what its owner is told of themselves
 * @param partnerOf the site whose unclaimed things it is told of in Flattr's own way; empty for everybody but partners
 * @param oldKeys sign beside the new ones for a day after these were changed
 */
record HookEndpoint(
        long id,
        Optional<UUID> app,
        WebUrl url,
        List<String> events,
        Optional<String> partnerOf,
        HookKeys keys,
        Optional<HookKeys> oldKeys,
        Optional<Instant> failingSince,
        Optional<Disabled> disabled,
        Instant createdAt) {

    static final String PARTNER_EVENT = "pendingclickcreate";

    /** Since when nothing is sent there, and why. */
    record Disabled(Instant at, String reason) {

        /** For people. */
        public String sentence() {
            return switch (reason) {
                case "gone" -> "It answered that it is gone (410).";
                case "failing" -> "It failed for three days.";
                default -> "You switched it off.";
            };
        }
    }

    static HookEndpoint of(Row row) {
        return new HookEndpoint(
                row.getLong("id"),
                Optional.ofNullable(row.getUUID("app_id")),
                WebUrl.of(row.getString("url")),
                Arrays.asList(row.getArrayOfStrings("events")),
                Optional.ofNullable(row.getString("partner_of")),
                keys(row, ""),
                row.getBuffer("old_secret") == null ? Optional.empty() : Optional.of(keys(row, "old_")),
                instant(row, "failing_since"),
                instant(row, "disabled_at").map(at -> new Disabled(at, row.getString("disabled_for"))),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static HookKeys keys(Row row, String prefix) {
        return new HookKeys(
                row.getBuffer(prefix + "secret").getBytes(),
                row.getBuffer(prefix + "private_key").getBytes(),
                row.getBuffer(prefix + "public_key").getBytes());
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    boolean isOf(UUID named) {
        return app.filter(named::equals).isPresent();
    }

    boolean isPartner() {
        return partnerOf.isPresent();
    }

    /** For the header {@code webhook-signature}: whoever knows the old secret or the new one can check it. */
    String sign(String id, long timestamp, String body) {
        return Stream.concat(Stream.of(keys), oldKeys.stream())
                .map(known -> known.sign(id, timestamp, body))
                .collect(Collectors.joining(" "));
    }
}

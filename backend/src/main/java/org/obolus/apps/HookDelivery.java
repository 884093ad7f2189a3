package org.obolus.apps;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** One message to one endpoint, and what became of it; its id stays the same however often it is sent. */
record HookDelivery(
        long number,
        UUID uuid,
        String event,
        String data,
        Instant happenedAt,
        int attempts,
        Optional<Instant> triedAt,
        Optional<Integer> status,
        Optional<String> failure,
        Optional<Instant> deliveredAt,
        Optional<Instant> dueAt) {

    static HookDelivery of(Row row) {
        return new HookDelivery(
                row.getLong("number"),
                row.getUUID("id"),
                row.getString("event"),
                row.getString("data"),
                row.getOffsetDateTime("happened_at").toInstant(),
                row.getInteger("attempts"),
                instant(row, "tried_at"),
                Optional.ofNullable(row.getInteger("status")),
                Optional.ofNullable(row.getString("failure")),
                instant(row, "delivered_at"),
                instant(row, "due_at"));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    public String id() {
        return "msg_" + uuid.toString().replace("-", "");
    }

    /** {@code delivered}, {@code waiting} for its first or next try, or {@code failed} for good. */
    public String state() {
        return deliveredAt.isPresent() ? "delivered" : dueAt.isPresent() ? "waiting" : "failed";
    }

    /** The same at every try, so that whoever keeps bodies sees that it is the same. */
    String body() {
        return "{\"type\":\"" + event + "\",\"timestamp\":\"" + happenedAt + "\",\"data\":" + data + "}";
    }
}

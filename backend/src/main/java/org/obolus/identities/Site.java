package org.obolus.identities;

import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A site that somebody wants to prove or has proven, and the token that proves it.
 *
 * @param waitsSince since when a contest waits for an operator, because proofs do not decide it
 * @param silentSince since when a proven site does not answer, so that nobody can see whether it is its owner's still
 * @param isAnothers somebody else has proven it
 * @param lostAt when it is its owner's no longer, unless its proof is back by then
 */
public record Site(
        SiteHost host,
        String username,
        String token,
        State state,
        Instant askedAt,
        Optional<Instant> seenAt,
        Optional<Instant> dueAt,
        Optional<Instant> waitsSince,
        Optional<Instant> silentSince,
        Optional<Instant> lostAt,
        boolean optedOut,
        boolean isAnothers) {

    /** How far the proof is. */
    @Schema(name = "SiteState")
    public enum State {
        ASKED,
        PROVEN,
        CONTESTED;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Site of(Row row) {
        var due = instant(row, "due_at");
        return new Site(
                new SiteHost(row.getString("host")),
                row.getString("username"),
                row.getString("token"),
                due.isPresent() ? State.CONTESTED : row.getBoolean("owned") ? State.PROVEN : State.ASKED,
                row.getOffsetDateTime("asked_at").toInstant(),
                instant(row, "seen_at"),
                due,
                instant(row, "waits_since"),
                mine(row, "silent_since"),
                mine(row, "lost_at"),
                row.getBoolean("owned") && row.getOffsetDateTime("opted_out_at") != null,
                row.getBoolean("anothers"));
    }

    /** The name of the TXT record that may say {@link #dnsText()}. */
    public String dnsName() {
        return host.dnsName();
    }

    public String dnsText() {
        return Sought.text(token);
    }

    /** Where the token may stand on a line of its own. */
    public String file() {
        return "https://" + host + Place.FILE.path();
    }

    /** What may stand in the head of the home page instead. */
    public String metaTag() {
        return "<meta name=\"" + Sought.NAME + "\" content=\"" + token + "\">";
    }

    /**
     * A link to the owner's profile, which may stand there too.
     *
     * @param server the address by which people reach this server
     */
    public String profileLink(String server) {
        return "<link rel=\"me\" href=\"" + server + "/people/" + username + "\">";
    }

    /** What is about the claim is its owner's business only. */
    private static Optional<Instant> mine(Row row, String column) {
        return row.getBoolean("owned") ? instant(row, column) : Optional.empty();
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}

package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.accounts.AccountId;
import org.obolus.database.Mail;
import org.obolus.database.Outbox;
import org.obolus.database.Sql;
import org.obolus.web.Written;

/** The mails about sites, each written in the transaction that it tells of. */
@ApplicationScoped
class SiteMails {

    private static final String READER = "select username, email from accounts where id = $1";

    private final Outbox outbox;
    private final Written written;
    private final String server;

    SiteMails(Outbox outbox, Written written, @ConfigProperty(name = "obolus.url") String server) {
        this.outbox = outbox;
        this.written = written;
        this.server = server;
    }

    /** The proof is not to be seen any more, and from which day on the site is not the owner's. */
    Uni<Void> proofGone(SqlConnection connection, AccountId owner, SiteHost site, SiteStanding standing) {
        var values = Map.of(
                "day", standing.lostAt().map(written::dayAndYear).orElseThrow(),
                "silent", Boolean.toString(standing.silentSince().isPresent()));
        return put(connection, "proof-gone", owner, site, values);
    }

    Uni<Void> lost(SqlConnection connection, AccountId owner, SiteHost site) {
        return put(connection, "site-lost", owner, site, Map.of());
    }

    /** Both are told what happens when. */
    Uni<Void> contestOpened(SqlConnection connection, Contests.Sides sides, Instant due) {
        var day = written.dayAndYear(due);
        return put(connection, "contest-opened", sides.owner(), sides.site(), Map.of("day", day, "role", "owner"))
                .chain(() -> put(
                        connection,
                        "contest-opened",
                        sides.challenger(),
                        sides.site(),
                        Map.of("day", day, "role", "challenger")));
    }

    Uni<Void> contestWaits(SqlConnection connection, Contests.Sides sides) {
        var what = Map.of("what", sides.site().value());
        return put(connection, "contest-waits", sides.owner(), sides.site(), what)
                .chain(() -> put(connection, "contest-waits", sides.challenger(), sides.site(), what));
    }

    private Uni<Void> put(
            SqlConnection connection, String template, AccountId reader, SiteHost site, Map<String, String> more) {
        return Sql.one(connection, READER, Tuple.of(reader.value()), row -> {
                    var values = new HashMap<>(more);
                    values.put("username", row.getString("username"));
                    values.put("site", site.value());
                    values.put("link", server + "/dashboard/sites");
                    return new Mail(template, row.getString("email"), values);
                })
                .chain(mail -> outbox.put(connection, mail));
    }
}

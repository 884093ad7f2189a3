package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.accounts.AccountId;
import org.obolus.database.Mail;
import org.obolus.database.Outbox;
import org.obolus.database.Sql;

/** Tells both sides how a contest about a site or a person has ended, in the transaction that ends it. */
@ApplicationScoped
class ContestMails {

    private static final String READER = "select username, email from accounts where id = $1";
    private static final String PERSON =
            "select " + PlatformUsers.COLUMNS + " from platform_users u where u.identity_id = $1";

    private final Outbox outbox;
    private final LogInPlatforms platforms;
    private final String server;

    ContestMails(Outbox outbox, LogInPlatforms platforms, @ConfigProperty(name = "obolus.url") String server) {
        this.outbox = outbox;
        this.platforms = platforms;
        this.server = server;
    }

    /** What it was about, as its mails say it. */
    private record About(String kind, String what, String page) {

        private static final String SITE = "site";
        private static final String PERSON = "person";

        Map<String, String> values(String server) {
            return Map.of("kind", kind, "what", what, "link", server + page);
        }
    }

    Uni<Void> decided(
            SqlConnection connection, Identity identity, AccountId winner, AccountId loser, EndContest.Ending ending) {
        return about(connection, identity).chain(about -> {
            var values = new HashMap<>(about.values(server));
            values.put("how", ending.how().name().toLowerCase(Locale.ROOT));
            values.put("reason", ending.reason().map(DecisionReason::sentence).orElse(""));
            return put(connection, "contest-decided", winner, with(values, "won", "true"))
                    .chain(() -> put(connection, "contest-decided", loser, with(values, "won", "false")));
        });
    }

    /** Its owner has given it up: whoever contested it can have it. */
    Uni<Void> free(SqlConnection connection, Identity identity, AccountId challenger) {
        var owner = identity.owner().orElseThrow().account();
        return about(connection, identity)
                .chain(about -> put(connection, "contest-free", challenger, with(about.values(server), "yours", "true"))
                        .chain(() ->
                                put(connection, "contest-free", owner, with(about.values(server), "yours", "false"))));
    }

    private Uni<About> about(SqlConnection connection, Identity identity) {
        var site = identity.name().site();
        return site.isPresent()
                ? Uni.createFrom().item(new About(About.SITE, site.get().value(), "/dashboard/sites"))
                : Sql.one(connection, PERSON, Tuple.of(identity.id()), PlatformUsers::read)
                        .map(this::about);
    }

    private About about(PlatformUser user) {
        return new About(About.PERSON, user.shown() + " on " + platforms.shown(user.platform()), ClaimPages.HERE);
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        var all = new HashMap<>(values);
        all.put(name, value);
        return all;
    }

    private Uni<Void> put(SqlConnection connection, String template, AccountId reader, Map<String, String> values) {
        return Sql.one(
                        connection,
                        READER,
                        Tuple.of(reader.value()),
                        row -> new Mail(
                                template, row.getString("email"), with(values, "username", row.getString("username"))))
                .chain(mail -> outbox.put(connection, mail));
    }
}

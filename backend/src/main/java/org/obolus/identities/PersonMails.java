package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.accounts.AccountId;
import org.obolus.database.Mail;
import org.obolus.database.Outbox;
import org.obolus.database.Sql;
import org.obolus.web.Written;

/** Tells accounts what becomes of their claims of a person: that another claims it too, or wants no flattrs. */
@ApplicationScoped
class PersonMails {

    private static final String BOTH = """
            select a.id, a.username, a.email, k.due_at, called(k.identity_id) as called
            from contests k join accounts a on a.id in (k.challenger_id, $2::bigint)
            where k.identity_id = $1 and k.decided_at is null""";

    private static final String LOSER = "select a.username, a.email, " + PlatformUsers.COLUMNS
            + " from accounts a, platform_users u where a.id = $2 and u.identity_id = $1";

    private final Outbox outbox;
    private final LogInPlatforms platforms;
    private final Written written;
    private final String server;

    PersonMails(
            Outbox outbox,
            LogInPlatforms platforms,
            Written written,
            @ConfigProperty(name = "obolus.url") String server) {
        this.outbox = outbox;
        this.platforms = platforms;
        this.written = written;
        this.server = server;
    }

    /** To the one who has the person and to the one who challenges that. */
    Uni<Void> contested(SqlConnection connection, Identity identity, PlatformUser user, AccountId challenger) {
        return told(
                connection,
                identity,
                row -> new Mail(
                        row.getLong("id") == challenger.value() ? "person-challenged" : "person-contested",
                        row.getString("email"),
                        Map.of(
                                "username", row.getString("username"),
                                "person", named(user),
                                "due",
                                        written.dayAndYear(
                                                row.getOffsetDateTime("due_at").toInstant()),
                                "link", server + ClaimPages.HERE)));
    }

    /** To both sides: an operator decides. */
    Uni<Void> waits(SqlConnection connection, Identity identity) {
        return told(
                connection,
                identity,
                row -> new Mail(
                        "contest-waits",
                        row.getString("email"),
                        Map.of(
                                "username", row.getString("username"),
                                "what", row.getString("called"),
                                "link", server + MyPeoplePages.HERE)));
    }

    /** To the account whose claim has ended because whoever has logged in there wants no flattrs. */
    Uni<Void> optedOut(SqlConnection connection, Identity identity, AccountId loser) {
        return Sql.list(
                        connection,
                        LOSER,
                        Tuple.of(identity.id(), loser.value()),
                        row -> new Mail(
                                "person-opted-out",
                                row.getString("email"),
                                Map.of(
                                        "username", row.getString("username"),
                                        "person", named(PlatformUsers.read(row)),
                                        "link", server + ClaimPages.HERE)))
                .chain(mails -> putAll(connection, mails));
    }

    private Uni<Void> told(SqlConnection connection, Identity identity, Function<Row, Mail> mail) {
        var owner = identity.owner().map(Identity.Owner::account).orElseThrow();
        return Sql.list(connection, BOTH, Tuple.of(identity.id(), owner.value()), mail)
                .chain(mails -> putAll(connection, mails));
    }

    private Uni<Void> putAll(SqlConnection connection, List<Mail> mails) {
        var put = Uni.createFrom().voidItem();
        for (var mail : mails) {
            put = put.chain(() -> outbox.put(connection, mail));
        }
        return put;
    }

    private String named(PlatformUser user) {
        return user.shown() + " on " + platforms.shown(user.platform());
    }
}

package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.accounts.AccountId;
import org.obolus.database.Mail;
import org.obolus.database.Outbox;
import org.obolus.database.Sql;

/** Tells an account that what is given to an address is somebody else's now; neither address nor account is named. */
@ApplicationScoped
class EmailMails {

    private static final String READER = "select username, email from accounts where id = $1";

    private final Outbox outbox;
    private final String server;

    EmailMails(Outbox outbox, @ConfigProperty(name = "obolus.url") String server) {
        this.outbox = outbox;
        this.server = server;
    }

    Uni<Void> lost(SqlConnection connection, AccountId former) {
        return Sql.one(
                        connection,
                        READER,
                        Tuple.of(former.value()),
                        row -> new Mail(
                                "address-lost",
                                row.getString("email"),
                                Map.of("username", row.getString("username"), "link", server + "/dashboard")))
                .chain(mail -> outbox.put(connection, mail));
    }
}

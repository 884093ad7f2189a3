package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.database.Mail;
import org.obolus.database.Outbox;
import org.obolus.web.NextPage;

/** The mails about accounts, each written in the transaction that it tells of. */
@ApplicationScoped
class AccountMails {

    private final Outbox outbox;
    private final MailedLinks links;
    private final AccountRows rows;
    private final String server;

    AccountMails(
            Outbox outbox, MailedLinks links, AccountRows rows, @ConfigProperty(name = "obolus.url") String server) {
        this.outbox = outbox;
        this.links = links;
        this.rows = rows;
        this.server = server;
    }

    /**
     * Asks whoever reads an address whether the new account is theirs; the owner of an account with this address is told
     * that somebody tried instead. Both do the same work, so that nobody learns from outside which of the two it was.
     */
    Uni<Void> welcome(SqlConnection connection, Account account, NextPage next) {
        return links.make(connection, account, MailedLinks.Purpose.CONFIRM)
                .chain(link -> rows.ownerOf(connection, account.email())
                        .map(owner -> owner.isPresent()
                                ? alreadyMember(owner.get(), next)
                                : confirm(account, link + next.query(false))))
                .chain(mail -> outbox.put(connection, mail));
    }

    /** Sends what gets the likeliest owner of an address on, if there is one; takes the same time if there is none. */
    Uni<Void> confirmAgain(SqlConnection connection, Optional<Account> found, NextPage next) {
        return found.isPresent() ? welcome(connection, found.get(), next) : outbox.putNothing(connection);
    }

    Uni<Void> reset(SqlConnection connection, Optional<Account> found) {
        return found.isEmpty()
                ? outbox.putNothing(connection)
                : links.make(connection, found.get(), MailedLinks.Purpose.RESET)
                        .chain(link -> outbox.put(connection, mail("reset", found.get(), Map.of("link", link))));
    }

    Uni<Void> passwordChanged(SqlConnection connection, Account account) {
        return outbox.put(connection, mail("password-changed", account, Map.of("link", server + "/forgot")));
    }

    private Mail confirm(Account account, String link) {
        return mail("confirm", account, Map.of("link", link));
    }

    private Mail alreadyMember(Account owner, NextPage next) {
        return mail(
                "already-member",
                owner,
                Map.of("link", server + "/log-in" + next.query(false), "forgot", server + "/forgot"));
    }

    private static Mail mail(String template, Account account, Map<String, String> more) {
        var values = new HashMap<>(more);
        values.put("username", account.username());
        return new Mail(template, account.email(), values);
    }
}

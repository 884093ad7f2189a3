package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.obolus.database.Transactions;

/** Gives an account a new password, ends what the old one had opened, and tells the owner. */
@ApplicationScoped
class ChangePassword {

    private static final String OLD = "old_password";
    private static final String NEW = "new_password";

    private final Transactions transactions;
    private final PasswordHashes hashes;
    private final AccountRows rows;
    private final AccountMails mails;
    private final MailedLinks links;
    private final Grants grants;
    private final Attempts attempts;
    private final Instance<PasswordChanged> listeners;

    ChangePassword(
            Transactions transactions,
            PasswordHashes hashes,
            AccountRows rows,
            AccountMails mails,
            MailedLinks links,
            Grants grants,
            Attempts attempts,
            @Any Instance<PasswordChanged> listeners) {
        this.transactions = transactions;
        this.hashes = hashes;
        this.rows = rows;
        this.mails = mails;
        this.links = links;
        this.grants = grants;
        this.attempts = attempts;
        this.listeners = listeners;
    }

    Uni<Void> knowing(Password old, String chosen, Grant by) {
        return attempts.password(by.account())
                .chain(() -> transactions.read(connection -> rows.find(connection, by.account())))
                .call(account -> check(old, account))
                .call(account -> attempts.passwordKnown(account.id()))
                .chain(account -> hashed(chosen, account.username())
                        .chain(hash -> endingGrants(connection -> rows.replacePassword(connection, account, hash)
                                .map(changed -> changed.orElseThrow(() -> new AccountRefused.WrongPassword(OLD)))
                                .chain(changed -> finish(connection, changed, by.id())))));
    }

    Uni<Void> byLink(String secret, String chosen) {
        return transactions
                .read(connection -> links.peek(connection, secret, MailedLinks.Purpose.RESET))
                .chain(link -> hashed(chosen, link.username()))
                .chain(hash -> endingGrants(connection -> links.spend(connection, secret, MailedLinks.Purpose.RESET)
                        // Whoever reads the mail owns the address: that is what confirming is about.
                        .chain(link -> rows.confirm(connection, link.account(), link.email()))
                        .chain(account -> rows.setPassword(connection, account.id(), hash))
                        .chain(account -> finish(connection, account))));
    }

    private Uni<String> hashed(String chosen, String username) {
        return hashes.hash(Password.chosen(NEW, chosen, username));
    }

    private Uni<Void> check(Password old, Account account) {
        return hashes.matches(old, Optional.of(account.passwordHash()))
                .invoke(matches -> {
                    if (!matches) {
                        throw new AccountRefused.WrongPassword(OLD);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<List<UUID>> finish(SqlConnection connection, Account account, UUID... kept) {
        return links.spendAll(connection, account.id(), MailedLinks.Purpose.RESET)
                .chain(() -> mails.passwordChanged(connection, account))
                .chain(() -> tell(connection, account.id()))
                .chain(() -> grants.endAllBut(connection, account.id(), kept));
    }

    private Uni<Void> tell(SqlConnection connection, AccountId account) {
        var told = Uni.createFrom().voidItem();
        for (var listener : listeners) {
            told = told.chain(() -> listener.passwordChanged(connection, account));
        }
        return told;
    }

    /** Only what is committed may be forgotten here. */
    private Uni<Void> endingGrants(Function<SqlConnection, Uni<List<UUID>>> work) {
        return transactions.run(work).invoke(grants::haveEnded).replaceWithVoid();
    }
}

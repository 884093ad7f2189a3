package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiFunction;
import org.obolus.database.Transactions;
import org.obolus.web.NextPage;

/**
 * Makes accounts.
 *
 * <p>One is made even when its address belongs to somebody else already: it can never be confirmed, but from outside it
 * looks like any other, so that signing up tells nobody who is a member.
 */
@ApplicationScoped
class SignUp {

    private final Transactions transactions;
    private final PasswordHashes hashes;
    private final AccountRows rows;
    private final AccountMails mails;

    SignUp(Transactions transactions, PasswordHashes hashes, AccountRows rows, AccountMails mails) {
        this.transactions = transactions;
        this.hashes = hashes;
        this.rows = rows;
        this.mails = mails;
    }

    /** @param next where the person wanted to be, so that the mail leads back there */
    Uni<Account> unconfirmed(NewAccount wanted, NextPage next) {
        return create(
                wanted,
                (connection, account) ->
                        mails.welcome(connection, account, next).replaceWith(account));
    }

    Uni<Account> confirmed(NewAccount wanted) {
        return create(wanted, (connection, account) -> rows.confirm(connection, account.id(), account.email()));
    }

    private Uni<Account> create(NewAccount wanted, BiFunction<SqlConnection, Account, Uni<Account>> andThen) {
        return hashes.hash(wanted.password())
                .chain(hash ->
                        transactions.run(connection -> rows.add(connection, wanted.username(), wanted.email(), hash)
                                .chain(account -> andThen.apply(connection, account))));
    }
}

package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Accounts;
import org.obolus.accounts.EmailAddress;
import org.obolus.database.Transactions;

/** Lets whoever reads the mail of an address have what was given to that address. */
@ApplicationScoped
class EmailClaims {

    private static final String PROOF = "email";

    private final Transactions transactions;
    private final Accounts accounts;
    private final EmailNames names;
    private final Claims claims;
    private final EmailMails mails;

    EmailClaims(Transactions transactions, Accounts accounts, EmailNames names, Claims claims, EmailMails mails) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.names = names;
        this.claims = claims;
        this.mails = mails;
    }

    /** The identity of an account's confirmed address; empty while nothing was ever given to it. */
    Uni<Optional<Identity>> of(AccountId account) {
        return accounts.confirmedEmail(account)
                .map(email -> email.map(names::of))
                .chain(name -> name.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : transactions.read(connection -> IdentityRows.find(connection, name.get())));
    }

    /** Whoever claims takes flattrs again, if they had asked for none. */
    Uni<Void> claim(AccountId account) {
        return transactions.run(connection -> claims.instant(connection)
                .chain(now -> accounts.holdConfirmedEmail(connection, account)
                        .map(EmailClaims::confirmed)
                        .chain(email -> claims.hold(connection, names.of(email)))
                        .chain(identity -> identity.belongsTo(account)
                                ? OptOut.end(connection, identity, PROOF)
                                : begin(connection, identity, account, now))));
    }

    private static EmailAddress confirmed(Optional<EmailAddress> email) {
        return email.orElseThrow(IdentityRefused.Unconfirmed::new);
    }

    /**
     * An address is one account's at a time: whoever has claimed it before has another by now, and has it here until somebody
     * else shows that they read its mail.
     */
    private Uni<Void> begin(SqlConnection connection, Identity identity, AccountId account, OffsetDateTime now) {
        return identity.owner()
                .map(former -> claims.end(connection, identity.id(), now)
                        .chain(() -> mails.lost(connection, former.account())))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .chain(() -> claims.begin(connection, identity, new Claims.NewClaim(account, PROOF, now)));
    }
}

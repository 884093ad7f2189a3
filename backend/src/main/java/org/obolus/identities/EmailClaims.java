package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Accounts;
import org.obolus.database.Transactions;

/** Lets whoever reads the mail of an address have what was given to that address. */
@ApplicationScoped
class EmailClaims {

    private static final String PROOF = "email";

    private final Transactions transactions;
    private final Accounts accounts;
    private final EmailNames names;
    private final Claims claims;

    EmailClaims(Transactions transactions, Accounts accounts, EmailNames names, Claims claims) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.names = names;
        this.claims = claims;
    }

    /** The identity of an account's confirmed address; empty while nothing was ever given to it. */
    Uni<Optional<Identity>> of(AccountId account) {
        return name(account)
                .chain(name -> name.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : transactions.read(connection -> IdentityRows.find(connection, name.get())));
    }

    /** Whoever claims takes flattrs again, if they had asked for none. */
    Uni<Void> claim(AccountId account) {
        return name(account)
                .map(name -> name.orElseThrow(IdentityRefused.Unconfirmed::new))
                .chain(name -> claim(account, name));
    }

    private Uni<Void> claim(AccountId account, IdentityName name) {
        return transactions.run(connection -> claims.instant(connection)
                .chain(now -> claims.hold(connection, name)
                        .chain(identity -> identity.belongsTo(account)
                                ? OptOut.end(connection, identity, PROOF)
                                : claims.begin(connection, identity, new Claims.NewClaim(account, PROOF, now)))));
    }

    private Uni<Optional<IdentityName>> name(AccountId account) {
        return accounts.confirmedEmail(account).map(email -> email.map(names::of));
    }
}

package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.EmailAddress;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.web.Limit;
import org.obolus.web.RateLimits;

/**
 * People who are known by an e-mail address alone. The address is kept nowhere: whoever types it is told which number it
 * has, and everybody else sees that number only.
 */
@ApplicationScoped
class PeopleByMail {

    private static final Limit TYPED_BY = new Limit("people-by-mail", 100, Duration.ofHours(1));
    static final String BY_ID = "select " + Identity.COLUMNS + " from identities i " + Identity.WITH_OWNER
            + " where i.id = $1 and starts_with(i.name, 'email:')";

    private final Transactions transactions;
    private final EmailNames names;
    private final RateLimits limits;

    PeopleByMail(Transactions transactions, EmailNames names, RateLimits limits) {
        this.transactions = transactions;
        this.names = names;
        this.limits = limits;
    }

    /** Whoever reads the mail of an address; nobody is to try out a list of them. */
    Uni<Found.Addressee> at(AccountId visitor, EmailAddress email) {
        return limits.require(TYPED_BY, "account:" + visitor)
                .chain(() -> transactions.run(connection -> IdentityRows.of(connection, names.of(email))))
                .map(identity -> new Found.Addressee(identity, Optional.of(email)));
    }

    /** Fails with {@link PersonRefused.NoSuchAddressee}. */
    Uni<Found.Addressee> numbered(AddresseeId id) {
        return transactions
                .read(connection -> Sql.first(connection, BY_ID, Tuple.of(id.value()), Identity::of))
                .map(found -> found.orElseThrow(PersonRefused.NoSuchAddressee::new))
                .map(identity -> new Found.Addressee(identity, Optional.empty()));
    }
}

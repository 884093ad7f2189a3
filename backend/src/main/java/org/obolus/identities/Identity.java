package org.obolus.identities;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.obolus.accounts.AccountId;

/** Who things belong to and who receives; the owner is whoever has proven it, if anybody has. */
public record Identity(
        long id, IdentityName name, Optional<Owner> owner, boolean contested, Optional<Instant> optedOutAt) {

    /** What a query has to select, with {@code i} for the identity and {@code o} for its owner's account. */
    public static final String COLUMNS = """
            i.id as identity_id, i.name as identity_name, i.account_id, o.username, i.contested, i.opted_out_at""";

    public static final String WITH_OWNER = "left join accounts o on o.id = i.account_id";

    /** The account that has proven the identity, and its name. */
    public record Owner(AccountId account, String username) {}

    public static Identity of(Row row) {
        return new Identity(
                row.getLong("identity_id"),
                new IdentityName(row.getString("identity_name")),
                Optional.ofNullable(row.getLong("account_id"))
                        .map(account -> new Owner(new AccountId(account), row.getString("username"))),
                row.getBoolean("contested"),
                Optional.ofNullable(row.getOffsetDateTime("opted_out_at")).map(OffsetDateTime::toInstant));
    }

    public boolean belongsTo(AccountId account) {
        return owner.filter(found -> found.account().equals(account)).isPresent();
    }

    /** The owner as others may know them: nobody is told which account has an e-mail address. */
    public Optional<Owner> knownOwner() {
        return name.isEmail() ? Optional.empty() : owner;
    }

    public boolean isOptedOut() {
        return optedOutAt.isPresent();
    }
}

package org.obolus.identities;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;
import org.obolus.accounts.AccountId;

/**
 * Whose a page would be, before anybody has come upon it.
 *
 * @param assigner the owner of its site, where they give it to somebody else
 */
public record PageOwner(Identity identity, Optional<AccountId> assigner) {

    static PageOwner of(Row row) {
        return new PageOwner(
                Identity.of(row),
                Optional.ofNullable(row.getLong("assigner_id")).map(AccountId::new));
    }

    /** Whether somebody would receive, or has given it to whoever would. */
    public boolean mayBeChangedBy(AccountId account) {
        return identity.belongsTo(account) || assigner.filter(account::equals).isPresent();
    }
}

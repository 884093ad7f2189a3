package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import org.obolus.accounts.AccountId;
import org.obolus.database.Transactions;

/** What an account does with the pages that sites' owners want to give it. */
@ApplicationScoped
class Agreements {

    private final Transactions transactions;
    private final Claims claims;
    private final ApplyAssignments apply;

    Agreements(Transactions transactions, Claims claims, ApplyAssignments apply) {
        this.transactions = transactions;
        this.claims = claims;
        this.apply = apply;
    }

    Uni<List<Assignment>> to(AccountId account) {
        return transactions.read(connection -> AssignmentRows.to(connection, account));
    }

    Uni<List<Assignment>> waitingFor(AccountId account) {
        return transactions.read(connection -> AssignmentRows.waitingFor(connection, account));
    }

    /** From its date on the pages are the account's. */
    Uni<Assignment> agree(AccountId account, AssignmentId id) {
        return transactions.run(connection -> mine(connection, account, id)
                .chain(found -> claims.instant(connection)
                        .chain(now -> claims.hold(connection, found.site())
                                .chain(site -> AssignmentRows.agree(connection, id, now)
                                        .chain(() -> beginUnlessContested(connection, site, now)))))
                .chain(() -> mine(connection, account, id)));
    }

    /** Declines what is not in force yet; ends what is. */
    Uni<Void> end(AccountId account, AssignmentId id) {
        return transactions.run(connection -> mine(connection, account, id)
                .chain(found -> claims.instant(connection)
                        .chain(now -> claims.hold(connection, found.site())
                                .chain(site -> apply.end(connection, site.id(), id, now)))));
    }

    private Uni<Void> beginUnlessContested(SqlConnection connection, Identity site, OffsetDateTime now) {
        return site.contested() ? Uni.createFrom().voidItem() : apply.begin(connection, site.id(), now);
    }

    private static Uni<Assignment> mine(SqlConnection connection, AccountId account, AssignmentId id) {
        return AssignmentRows.to(connection, account)
                .map(all -> all.stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new IdentityRefused.NoSuchAssignment(id)));
    }
}

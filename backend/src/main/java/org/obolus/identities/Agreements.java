package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import org.obolus.accounts.AccountId;
import org.obolus.database.Cursor;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
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

    Uni<Page<Assignment>> to(AccountId account, PageWish wish) {
        return transactions
                .read(connection -> AssignmentRows.to(connection, account, wish))
                .map(found -> Page.of(found, wish, last -> Cursor.after(last.id())));
    }

    Uni<List<WordWanted>> waitingFor(AccountId account, int most) {
        return transactions.read(connection -> WordWanted.of(connection, account, most));
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
        return AssignmentRows.to(connection, account, id)
                .map(found -> found.orElseThrow(() -> new AssignmentRefused.NoSuchAssignment(id)));
    }
}

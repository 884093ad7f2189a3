package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.obolus.accounts.AccountId;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.database.Transactions;

/** What a site's proven owner does with the pages that are other people's. */
@ApplicationScoped
class Assignments {

    private final Transactions transactions;
    private final Claims claims;
    private final Contests contests;
    private final ApplyAssignments apply;

    Assignments(Transactions transactions, Claims claims, Contests contests, ApplyAssignments apply) {
        this.transactions = transactions;
        this.claims = claims;
        this.contests = contests;
        this.apply = apply;
    }

    Uni<Page<Assignment>> of(AccountId owner, SiteHost site, PageWish wish) {
        return transactions
                .read(connection -> IdentityRows.find(connection, IdentityName.of(site))
                        .invoke(identity -> requireOwner(
                                identity.filter(found -> found.belongsTo(owner)).isPresent(), site))
                        .chain(() -> AssignmentRows.of(connection, site, wish)))
                .map(found -> Page.of(found, wish, AssignmentRows::afterOnSite));
    }

    Uni<PageAssignments.Assigned> add(AccountId owner, SiteHost site, NewAssignment wanted) {
        return transactions.run(connection -> claims.instant(connection)
                .chain(now -> undisputed(connection, owner, site)
                        .chain(identity -> AssignmentRows.alike(connection, site, wanted.pages())
                                .chain(there -> there.isPresent()
                                        ? again(connection, owner, identity, there.get(), wanted, now)
                                        : addNew(connection, owner, identity, wanted, now)))));
    }

    Uni<Assignment> confirm(AccountId owner, SiteHost site, AssignmentId id) {
        return transactions.run(connection -> claims.instant(connection)
                .chain(now -> undisputed(connection, owner, site)
                        .chain(identity ->
                                onSite(connection, site, id).chain(() -> confirm(connection, identity, id, now))))
                .chain(() -> onSite(connection, site, id)));
    }

    private Uni<Void> confirm(SqlConnection connection, Identity site, AssignmentId id, OffsetDateTime now) {
        return AssignmentRows.confirm(connection, id, now)
                .chain(() -> AssignmentRows.find(connection, id))
                .chain(confirmed -> RoomForAssignments.require(connection, confirmed.orElseThrow()))
                .chain(() -> apply.begin(connection, site.id(), now));
    }

    Uni<Void> end(AccountId owner, SiteHost site, AssignmentId id) {
        return transactions.run(connection -> claims.instant(connection)
                .chain(now -> claims.hold(connection, site)
                        .invoke(identity -> requireOwner(identity.belongsTo(owner), site))
                        .chain(identity -> onSite(connection, site, id)
                                .chain(() -> apply.end(connection, identity.id(), id, now)))));
    }

    /** The owner's own word confirms what an app has proposed, or takes its place. */
    private Uni<PageAssignments.Assigned> again(
            SqlConnection connection,
            AccountId owner,
            Identity site,
            Assignment there,
            NewAssignment wanted,
            OffsetDateTime now) {
        if (there.isAsWanted(wanted)) {
            return (wanted.isConfirmed()
                            ? confirm(connection, site, there.id(), now)
                            : Uni.createFrom().voidItem())
                    .chain(() -> AssignmentRows.find(connection, there.id()))
                    .map(found -> new PageAssignments.Assigned(found.orElseThrow(), false));
        }
        if (there.state() != Assignment.State.PROPOSED || !wanted.isConfirmed()) {
            throw new AssignmentRefused.AssignedAlready(there);
        }
        return apply.end(connection, site.id(), there.id(), now)
                .chain(() -> addNew(connection, owner, site, wanted, now));
    }

    private static Uni<PageAssignments.Assigned> addNew(
            SqlConnection connection, AccountId owner, Identity site, NewAssignment wanted, OffsetDateTime now) {
        return receiver(connection, owner, wanted)
                .chain(receiver -> AssignmentRows.add(connection, site, receiver, wanted, now))
                .chain(id -> AssignmentRows.find(connection, id))
                .map(Optional::orElseThrow)
                .call(added -> RoomForAssignments.require(connection, added))
                .map(added -> new PageAssignments.Assigned(added, true));
    }

    /** The identity that is to receive. */
    private static Uni<Identity> receiver(SqlConnection connection, AccountId owner, NewAssignment wanted) {
        return IdentityRows.named(connection, Set.of(wanted.username()))
                .map(found -> found.values().stream()
                        .findFirst()
                        .orElseThrow(() -> new IdentityRefused.NoSuchAccount(wanted.username())))
                .invoke(account -> {
                    if (account.equals(owner)) {
                        throw new AssignmentRefused.OwnAccount();
                    }
                })
                .chain(account -> IdentityRows.ofAccount(connection, account));
    }

    private static Uni<Assignment> onSite(SqlConnection connection, SiteHost site, AssignmentId id) {
        return AssignmentRows.find(connection, id)
                .map(found -> found.filter(one -> one.site().equals(site))
                        .orElseThrow(() -> new AssignmentRefused.NoSuchAssignment(id)));
    }

    private Uni<Identity> undisputed(SqlConnection connection, AccountId owner, SiteHost site) {
        return claims.hold(connection, site).call(identity -> {
            requireOwner(identity.belongsTo(owner), site);
            if (identity.isOptedOut()) {
                throw new AssignmentRefused.SiteOptedOut(site);
            }
            return contests.requireNone(connection, identity);
        });
    }

    private static void requireOwner(boolean owns, SiteHost site) {
        if (!owns) {
            throw new IdentityRefused.NotYours(site);
        }
    }
}

package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.obolus.accounts.AccountId;
import org.obolus.database.Transactions;

/** What a site's proven owner does with the pages that are other people's. */
@ApplicationScoped
class Assignments {

    static final int MOST = 500;
    /** Of one person to another, on all their sites together. */
    static final int MOST_UNANSWERED = 50;

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

    Uni<List<Assignment>> of(AccountId owner, SiteHost site) {
        return transactions.read(connection -> IdentityRows.find(connection, IdentityName.of(site))
                .invoke(identity -> requireOwner(
                        identity.filter(found -> found.belongsTo(owner)).isPresent(), site))
                .chain(() -> AssignmentRows.of(connection, site)));
    }

    Uni<Identities.Assigned> add(AccountId owner, SiteHost site, NewAssignment wanted) {
        return transactions.run(connection -> claims.instant(connection)
                .chain(now -> undisputed(connection, owner, site)
                        .chain(identity -> AssignmentRows.alike(connection, site, wanted.pages())
                                .chain(there -> there.isPresent()
                                        ? again(connection, identity, there.get(), wanted, now)
                                        : addNew(connection, owner, identity, site, wanted, now)))));
    }

    Uni<Assignment> confirm(AccountId owner, SiteHost site, AssignmentId id) {
        return transactions.run(connection -> claims.instant(connection)
                .chain(now -> undisputed(connection, owner, site)
                        .chain(identity ->
                                onSite(connection, site, id).chain(() -> confirm(connection, identity, id, now))))
                .chain(() -> onSite(connection, site, id)));
    }

    private Uni<Void> confirm(SqlConnection connection, Identity site, AssignmentId id, OffsetDateTime now) {
        return AssignmentRows.confirm(connection, id, now).chain(() -> apply.begin(connection, site.id(), now));
    }

    Uni<Void> end(AccountId owner, SiteHost site, AssignmentId id) {
        return transactions.run(connection -> claims.instant(connection)
                .chain(now -> claims.hold(connection, site)
                        .invoke(identity -> requireOwner(identity.belongsTo(owner), site))
                        .chain(identity -> onSite(connection, site, id)
                                .chain(() -> apply.end(connection, identity.id(), id, now)))));
    }

    /** The owner's own word is a confirmation of what an app has proposed. */
    private Uni<Identities.Assigned> again(
            SqlConnection connection, Identity site, Assignment there, NewAssignment wanted, OffsetDateTime now) {
        if (!there.isAsWanted(wanted)) {
            throw new IdentityRefused.AssignedAlready(there);
        }
        return (wanted.isConfirmed()
                        ? confirm(connection, site, there.id(), now)
                        : Uni.createFrom().voidItem())
                .chain(() -> AssignmentRows.find(connection, there.id()))
                .map(found -> new Identities.Assigned(found.orElseThrow(), false));
    }

    private static Uni<Identities.Assigned> addNew(
            SqlConnection connection,
            AccountId owner,
            Identity identity,
            SiteHost site,
            NewAssignment wanted,
            OffsetDateTime now) {
        return receiver(connection, owner, site, wanted)
                .chain(receiver -> AssignmentRows.add(connection, identity, receiver, wanted, now))
                .chain(id -> AssignmentRows.find(connection, id))
                .map(added -> new Identities.Assigned(added.orElseThrow(), true));
    }

    /** The identity that is to receive; makes sure that it may. */
    private static Uni<Identity> receiver(
            SqlConnection connection, AccountId owner, SiteHost site, NewAssignment wanted) {
        return AssignmentRows.of(connection, site)
                .invoke(there -> {
                    if (there.size() >= MOST) {
                        throw new IdentityRefused.TooManyAssignments(site, MOST);
                    }
                })
                .chain(() -> IdentityRows.named(connection, Set.of(wanted.username())))
                .map(found -> found.values().stream()
                        .findFirst()
                        .orElseThrow(() -> new IdentityRefused.NoSuchAccount(wanted.username())))
                .invoke(account -> {
                    if (account.equals(owner)) {
                        throw new IdentityRefused.OwnAccount();
                    }
                })
                .chain(account -> IdentityRows.ofAccount(connection, account))
                .call(receiver -> AssignmentRows.unanswered(connection, owner, receiver)
                        .invoke(offers -> {
                            if (offers >= MOST_UNANSWERED) {
                                throw new IdentityRefused.TooManyOffers(wanted.username(), MOST_UNANSWERED);
                            }
                        }));
    }

    private static Uni<Assignment> onSite(SqlConnection connection, SiteHost site, AssignmentId id) {
        return AssignmentRows.find(connection, id)
                .map(found -> found.filter(one -> one.site().equals(site))
                        .orElseThrow(() -> new IdentityRefused.NoSuchAssignment(id)));
    }

    private Uni<Identity> undisputed(SqlConnection connection, AccountId owner, SiteHost site) {
        return claims.hold(connection, site).call(identity -> {
            requireOwner(identity.belongsTo(owner), site);
            if (identity.isOptedOut()) {
                throw new IdentityRefused.SiteOptedOut(site);
            }
            return contests.requireNone(connection, identity.id(), site);
        });
    }

    private static void requireOwner(boolean owns, SiteHost site) {
        if (!owns) {
            throw new IdentityRefused.NotYours(site);
        }
    }
}

package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.obolus.accounts.AccountId;
import org.obolus.database.Transactions;
import org.obolus.web.VisitLimits;

/** Looks for somebody's token at a site and decides whose the site is; the look comes before the transaction. */
@ApplicationScoped
class VerifySite {

    private final Transactions transactions;
    private final LookAtSite look;
    private final VisitLimits limits;
    private final Claims claims;
    private final Contests contests;
    private final SiteLooks looks;

    VerifySite(
            Transactions transactions,
            LookAtSite look,
            VisitLimits limits,
            Claims claims,
            Contests contests,
            SiteLooks looks) {
        this.transactions = transactions;
        this.look = look;
        this.limits = limits;
        this.claims = claims;
        this.contests = contests;
        this.looks = looks;
    }

    /** Whoever asks, and the present owner, if that is somebody else; with what each was to place. */
    private record Question(
            SiteHost site,
            Sought asker,
            Optional<Identity> identity,
            Optional<Sought> owner,
            boolean isDoubted,
            boolean isDispute) {

        /** Whether what was seen lets the asker contest the claim. */
        boolean mayBeContestedBy(Sighting sighting, Sought holder) {
            return sighting.isStrongerFor(asker, holder) || isDispute && !sighting.isStrongerFor(holder, asker);
        }

        boolean isAnswered() {
            return !isDoubted
                    && identity.filter(known -> known.belongsTo(asker.account()) && !known.isOptedOut())
                            .isPresent();
        }

        Set<Sought> sought() {
            var all = new HashSet<>(Set.of(asker));
            owner.ifPresent(all::add);
            return all;
        }
    }

    Uni<Void> verify(AccountId asker, SiteHost site) {
        return verify(asker, site, false);
    }

    /** As {@link #verify}, and where the owner's proof is as strong as the asker's there is a contest, too. */
    Uni<Void> dispute(AccountId asker, SiteHost site) {
        return verify(asker, site, true);
    }

    private Uni<Void> verify(AccountId asker, SiteHost site, boolean isDispute) {
        return transactions
                .read(connection -> question(connection, asker, site, isDispute))
                .chain(question -> question.isAnswered() ? Uni.createFrom().voidItem() : lookAndDecide(question));
    }

    private Uni<Void> lookAndDecide(Question question) {
        return limits.take(
                        "account:" + question.asker().account(), question.site().page("https", "/"))
                .chain(() -> look.lookFor(question.sought(), question.site()))
                .invoke(sighting -> requireProof(question, sighting))
                .chain(sighting -> transactions.run(connection -> decide(connection, question, sighting)));
    }

    private Uni<Question> question(SqlConnection connection, AccountId asker, SiteHost site, boolean isDispute) {
        return SiteProofs.sought(connection, asker, site)
                .map(sought -> sought.orElseThrow(() -> new IdentityRefused.NotAsked(site)))
                .chain(sought -> IdentityRows.find(connection, IdentityName.of(site))
                        .chain(identity -> question(connection, site, sought, identity, isDispute)));
    }

    private Uni<Question> question(
            SqlConnection connection, SiteHost site, Sought asker, Optional<Identity> identity, boolean isDispute) {
        return owner(connection, asker.account(), site, identity)
                .chain(owner -> isDoubted(connection, asker, identity)
                        .map(doubted -> new Question(site, asker, identity, owner, doubted, isDispute)));
    }

    private Uni<Boolean> isDoubted(SqlConnection connection, Sought asker, Optional<Identity> identity) {
        return identity.filter(known -> known.belongsTo(asker.account()) && !known.contested())
                .map(known -> looks.isDoubted(connection, known.id()))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    private static Uni<Optional<Sought>> owner(
            SqlConnection connection, AccountId asker, SiteHost site, Optional<Identity> identity) {
        return identity.flatMap(Identity::owner)
                .map(Identity.Owner::account)
                .filter(account -> !account.equals(asker))
                .map(account -> SiteProofs.sought(connection, account, site))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static void requireProof(Question question, Sighting sighting) {
        if (sighting.has(question.asker())) {
            return;
        }
        if (!sighting.isAnswered()) {
            throw new IdentityRefused.Unreachable(question.site(), sighting);
        }
        throw new IdentityRefused.ProofNotFound(question.site(), sighting);
    }

    private Uni<Void> decide(SqlConnection connection, Question question, Sighting sighting) {
        return claims.instant(connection)
                .chain(now -> SiteProofs.seen(connection, question.asker().account(), question.site(), now)
                        .invoke(seen -> requireAsked(question, seen))
                        .chain(() -> claims.hold(connection, question.site()))
                        .chain(identity -> decide(connection, question, sighting, identity, now)));
    }

    /** Whoever has given the site up while it was looked at wants it no more. */
    private static void requireAsked(Question question, int seen) {
        if (seen == 0) {
            throw new IdentityRefused.NotAsked(question.site());
        }
    }

    private Uni<Void> decide(
            SqlConnection connection, Question question, Sighting sighting, Identity identity, OffsetDateTime now) {
        var asker = question.asker().account();
        var proof = sighting.proof(question.asker()).orElseThrow();
        if (identity.owner().isEmpty()) {
            var claim = new Claims.NewClaim(asker, proof.toString(), now);
            return OptOut.end(connection, identity, proof.toString())
                    .chain(() -> claims.begin(connection, identity, claim));
        }
        if (identity.belongsTo(asker)) {
            return shown(connection, question, identity, proof);
        }
        return contests.current(connection, identity.id())
                .chain(contest -> contest.isPresent()
                        ? goOn(question, contest.get())
                        : challenge(connection, question, sighting, identity, now));
    }

    /** One look ends a doubt and an opt-out; a doubt also where the opt-out was made by a stronger proof, and stays. */
    private Uni<Void> shown(SqlConnection connection, Question question, Identity identity, Proof proof) {
        var raised = Claims.shown(connection, identity, proof);
        return question.isDoubted()
                ? raised.chain(() -> looks.begin(connection, identity.id()))
                        .chain(() -> OptOut.endIfShown(connection, identity, proof.toString()))
                        .replaceWithVoid()
                : raised.chain(() -> OptOut.end(connection, identity, proof.toString()));
    }

    private static Uni<Void> goOn(Question question, Contests.Contest contest) {
        if (!contest.challenger().equals(question.asker().account())) {
            throw new IdentityRefused.Contested(question.site(), contest.dueAt());
        }
        return Uni.createFrom().voidItem();
    }

    /** Only whoever's proof was looked for can have lost it: an owner of this very moment has not. */
    private Uni<Void> challenge(
            SqlConnection connection, Question question, Sighting sighting, Identity identity, OffsetDateTime now) {
        var owner = question.owner().filter(sought -> identity.belongsTo(sought.account()));
        if (owner.isEmpty() || !question.mayBeContestedBy(sighting, owner.get())) {
            throw new IdentityRefused.OwnedByAnother(question.site());
        }
        var sides = new Contests.Sides(
                question.site(), owner.get().account(), question.asker().account());
        return contests.open(connection, identity, sides, now);
    }
}

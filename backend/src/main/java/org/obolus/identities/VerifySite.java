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

    VerifySite(Transactions transactions, LookAtSite look, VisitLimits limits, Claims claims, Contests contests) {
        this.transactions = transactions;
        this.look = look;
        this.limits = limits;
        this.claims = claims;
        this.contests = contests;
    }

    /** Whoever asks, what they were to place, and what the present owner was, if that is somebody else. */
    private record Question(
            AccountId asker, SiteHost site, String token, Optional<Identity> identity, Optional<String> ownerToken) {

        boolean isAnswered() {
            return identity.filter(known -> known.belongsTo(asker) && !known.isOptedOut())
                    .isPresent();
        }

        Optional<Identity.Owner> owner() {
            return identity.flatMap(Identity::owner);
        }

        Set<String> tokens() {
            var tokens = new HashSet<>(Set.of(token));
            ownerToken.ifPresent(tokens::add);
            return tokens;
        }
    }

    Uni<Void> verify(AccountId asker, SiteHost site) {
        return transactions
                .read(connection -> question(connection, asker, site))
                .chain(question -> question.isAnswered() ? Uni.createFrom().voidItem() : lookAndDecide(question));
    }

    private Uni<Void> lookAndDecide(Question question) {
        return limits.take("account:" + question.asker(), question.site().page("https", "/"))
                .chain(() -> look.lookFor(question.tokens(), question.site()))
                .invoke(sighting -> requireProof(question, sighting))
                .chain(sighting -> transactions.run(connection -> decide(connection, question, sighting)));
    }

    private Uni<Question> question(SqlConnection connection, AccountId asker, SiteHost site) {
        return SiteProofs.token(connection, asker, site)
                .map(token -> token.orElseThrow(() -> new IdentityRefused.NotAsked(site)))
                .chain(token -> IdentityRows.find(connection, IdentityName.of(site))
                        .chain(identity -> ownerToken(connection, asker, site, identity)
                                .map(ownerToken -> new Question(asker, site, token, identity, ownerToken))));
    }

    private static Uni<Optional<String>> ownerToken(
            SqlConnection connection, AccountId asker, SiteHost site, Optional<Identity> identity) {
        return identity.flatMap(Identity::owner)
                .map(Identity.Owner::account)
                .filter(account -> !account.equals(asker))
                .map(account -> SiteProofs.token(connection, account, site))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static void requireProof(Question question, Sighting sighting) {
        if (!sighting.isAnswered()) {
            throw new IdentityRefused.Unreachable(question.site(), sighting);
        }
        if (!sighting.has(question.token())) {
            throw new IdentityRefused.ProofNotFound(question.site(), sighting);
        }
    }

    private Uni<Void> decide(SqlConnection connection, Question question, Sighting sighting) {
        return claims.instant(connection)
                .chain(now -> SiteProofs.seen(connection, question.asker(), question.site(), now)
                        .chain(() -> claims.hold(connection, question.site()))
                        .chain(identity -> decide(connection, question, sighting, identity, now)));
    }

    private Uni<Void> decide(
            SqlConnection connection, Question question, Sighting sighting, Identity identity, OffsetDateTime now) {
        if (identity.owner().isEmpty()) {
            var proof = sighting.seen().get(question.token()).toString();
            return claims.begin(connection, identity, new Claims.NewClaim(question.asker(), proof, now));
        }
        if (identity.belongsTo(question.asker())) {
            return OptOut.end(connection, identity.id());
        }
        return contests.current(connection, identity.id())
                .chain(contest -> contest.isPresent()
                        ? goOn(question, contest.get())
                        : challenge(connection, question, sighting, identity, now));
    }

    private static Uni<Void> goOn(Question question, Contests.Contest contest) {
        if (!contest.challenger().equals(question.asker())) {
            throw new IdentityRefused.Contested(question.site(), contest.dueAt());
        }
        return Uni.createFrom().voidItem();
    }

    /** Only whoever's token was looked for can have lost it: an owner of this very moment has not. */
    private Uni<Void> challenge(
            SqlConnection connection, Question question, Sighting sighting, Identity identity, OffsetDateTime now) {
        var sameOwner = question.owner().equals(identity.owner());
        if (!sameOwner || question.ownerToken().filter(sighting::has).isPresent()) {
            throw new IdentityRefused.OwnedByAnother(question.site());
        }
        return contests.open(connection, identity.id(), question.asker(), now);
    }
}

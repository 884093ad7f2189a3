package org.obolus.identities;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Set;
import org.obolus.database.Transactions;

/** Looks from time to time whether what proves a site is still there; its owner is told before the site is lost. */
@ApplicationScoped
class LookAgain {

    private final Transactions transactions;
    private final IdentitiesConfig config;
    private final LookAtSite look;
    private final SiteLooks looks;
    private final Claims claims;
    private final SiteMails mails;

    LookAgain(
            Transactions transactions,
            IdentitiesConfig config,
            LookAtSite look,
            SiteLooks looks,
            Claims claims,
            SiteMails mails) {
        this.transactions = transactions;
        this.config = config;
        this.look = look;
        this.looks = looks;
        this.claims = claims;
        this.mails = mails;
    }

    /** A few at a time; several servers share what is due. */
    Uni<Void> lookAtSome() {
        return transactions
                .run(looks::take)
                .chain(some -> Multi.createFrom()
                        .iterable(some)
                        .onItem()
                        .transformToUniAndConcatenate(this::lookAt)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> lookAt(SiteLooks.Due due) {
        return look.lookFor(Set.of(due.owner()), due.site())
                .chain(sighting -> transactions.run(connection -> decide(connection, due, sighting)))
                .onFailure()
                .invoke(failure -> Log.warnf("Could not look at %s again: %s", due.site(), failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> decide(SqlConnection connection, SiteLooks.Due due, Sighting sighting) {
        return claims.instant(connection)
                .chain(now -> claims.hold(connection, due.site())
                        .chain(identity -> isStill(connection, due, identity)
                                .chain(still -> still
                                        ? act(connection, due, identity, sighting, now)
                                        : Uni.createFrom().voidItem())));
    }

    /** A look takes a while: whoever has verified or lost the site meanwhile has the last word. */
    private Uni<Boolean> isStill(SqlConnection connection, SiteLooks.Due due, Identity identity) {
        return identity.contested() || !identity.belongsTo(due.owner().account())
                ? Uni.createFrom().item(false)
                : looks.isStill(connection, identity.id(), due.standing());
    }

    private Uni<Void> act(
            SqlConnection connection, SiteLooks.Due due, Identity identity, Sighting sighting, OffsetDateTime now) {
        var sight = SiteStanding.Sight.of(sighting, due.owner());
        var step = due.standing().after(sight, now.toInstant(), config);
        var done =
                switch (step.deed()) {
                    case NOTHING -> looks.stand(connection, identity.id(), step);
                    case TELL_OWNER ->
                        looks.stand(connection, identity.id(), step)
                                .chain(() -> mails.proofGone(
                                        connection, due.owner().account(), due.site(), step.standing()));
                    case END_CLAIM ->
                        claims.end(connection, identity.id(), now)
                                .chain(() -> mails.lost(connection, due.owner().account(), due.site()));
                };
        return sighting.proof(due.owner())
                .map(proof -> done.chain(
                                () -> SiteProofs.seen(connection, due.owner().account(), due.site(), now))
                        .chain(() -> Claims.shown(connection, identity, proof)))
                .orElse(done);
    }
}

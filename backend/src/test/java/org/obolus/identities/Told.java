package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.obolus.accounts.AccountId;

/** Stands beside those features that are told about claims and opt-outs, and remembers. */
@ApplicationScoped
public class Told implements ClaimDecided, OptedOut {

    private final List<Claim> claims = new CopyOnWriteArrayList<>();
    private final List<Long> optOuts = new CopyOnWriteArrayList<>();

    record Claim(long identity, AccountId claimer, long id) {}

    @Override
    public Uni<Void> claimed(SqlConnection connection, long identityId, AccountId claimer, long claimId) {
        return Uni.createFrom().voidItem().invoke(() -> claims.add(new Claim(identityId, claimer, claimId)));
    }

    @Override
    public Uni<Void> optedOut(SqlConnection connection, long identityId) {
        return Uni.createFrom().voidItem().invoke(() -> optOuts.add(identityId));
    }

    List<AccountId> claimersOf(long identity) {
        return claims.stream()
                .filter(claim -> claim.identity() == identity)
                .map(Claim::claimer)
                .toList();
    }

    List<Long> optOuts() {
        return optOuts;
    }
}

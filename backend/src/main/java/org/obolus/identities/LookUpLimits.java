package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.obolus.web.Limit;
import org.obolus.web.RateLimits;

/** How often platforms are asked about people: none lets this server ask without end, and no account is to use that up. */
@ApplicationScoped
class LookUpLimits {

    private static final Duration HOUR = Duration.ofHours(1);

    /** One account has no more than one of so many parts of what everybody has. */
    private static final int PARTS = 3;

    private final RateLimits limits;
    private final int perAccount;

    LookUpLimits(RateLimits limits, IdentitiesConfig config) {
        this.limits = limits;
        this.perAccount = config.lookupsPerAccount();
    }

    /** Fails with TooManyRequests; each server of a platform of many counts by itself. */
    Uni<Void> take(String visitor, Directory directory, PlatformName platform) {
        var everybodys = directory.lookUps();
        var ofAll = new Limit("look-ups-at", everybodys, HOUR);
        var ofOne = new Limit("look-ups-of", Math.max(1, Math.min(perAccount, everybodys / PARTS)), HOUR);
        return limits.require(ofOne, visitor + " " + platform).chain(() -> limits.require(ofAll, platform.value()));
    }
}

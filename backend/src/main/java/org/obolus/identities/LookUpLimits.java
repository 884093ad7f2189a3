package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.obolus.web.Allowance;
import org.obolus.web.Limit;
import org.obolus.web.RateLimits;

/** How often platforms are asked about people: none lets this server ask without end, and no account is to use that up. */
@ApplicationScoped
class LookUpLimits {

    private static final Duration HOUR = Duration.ofHours(1);

    /** One account has no more than one of so many parts of what everybody has. */
    private static final int PARTS = 3;

    private final RateLimits limits;
    private final Clock clock;
    private final int perAccount;

    LookUpLimits(RateLimits limits, Clock clock, IdentitiesConfig config) {
        this.limits = limits;
        this.clock = clock;
        this.perAccount = config.lookupsPerAccount();
    }

    /** Fails with {@link PersonRefused.EnoughAsked}; each server of a platform of many counts by itself. */
    Uni<Void> take(String visitor, Directory directory, PlatformName platform) {
        var everybodys = directory.lookUps();
        var ofAll = new Limit("look-ups-at", everybodys, HOUR);
        var ofOne = new Limit("look-ups-of", Math.max(1, Math.min(perAccount, everybodys / PARTS)), HOUR);
        var name = platform.server().map(SiteHost::value).orElse(directory.name());
        return limits.take(ofOne, visitor + " " + platform)
                .invoke(one -> require(one, name, PersonRefused.EnoughAsked::byOne))
                .chain(() -> limits.take(ofAll, platform.value()))
                .invoke(all -> require(all, name, PersonRefused.EnoughAsked::byAll))
                .replaceWithVoid();
    }

    private interface Refusal {
        PersonRefused of(String platform, Instant until, long retryAfterSeconds);
    }

    private void require(Allowance allowance, String platform, Refusal refusal) {
        if (!allowance.granted()) {
            throw refusal.of(platform, clock.instant().plus(allowance.retryAfter()), allowance.retryAfterSeconds());
        }
    }
}

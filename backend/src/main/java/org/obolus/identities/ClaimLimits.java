package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.obolus.web.Limit;
import org.obolus.web.Neighbourhood;
import org.obolus.web.RateLimits;

/** How often people may send this server to other platforms. Each method fails with TooManyRequests. */
@ApplicationScoped
class ClaimLimits {

    private static final String EVERYBODY = "everybody";
    private static final Duration HOUR = Duration.ofHours(1);

    private final RateLimits limits;
    private final Limit logInsHere;
    private final Limit registrationsHere;
    private final Limit registrations;

    ClaimLimits(RateLimits limits, ClaimsConfig config) {
        this.limits = limits;
        logInsHere = new Limit(
                "platform-log-ins-here",
                config.logInsHere(),
                Duration.ofMinutes(1).multipliedBy(config.logInsHere()));
        registrationsHere = new Limit("platform-apps-here", config.registrationsHere(), HOUR);
        registrations = new Limit("platform-apps", config.registrations(), HOUR);
    }

    Uni<Void> logIn(Neighbourhood here) {
        return limits.require(logInsHere, here.name());
    }

    Uni<Void> registration(Neighbourhood here) {
        return limits.require(registrationsHere, here.name()).chain(() -> limits.require(registrations, EVERYBODY));
    }

    /** Whoever names what is no server uses up what is theirs, and nothing of what everybody shares. */
    Uni<Void> registrationFailed() {
        return limits.giveBack(registrations, EVERYBODY);
    }
}

package org.obolus.apps;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.obolus.problems.Unacceptable;
import org.obolus.web.Limit;
import org.obolus.web.Neighbourhoods;
import org.obolus.web.RateLimits;

/**
 * How often programs may register, exchange, end and ask about tokens; counted for all servers on one database together.
 * Each method fails with {@link Unacceptable.TooManyRequests}.
 */
@ApplicationScoped
class OAuthLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration UNTIL_ONE_MORE = Duration.ofMinutes(10);

    private final RateLimits limits;
    private final Neighbourhoods neighbourhoods;
    private final RoutingContext request;
    private final Limit perAddress;
    private final Limit perApp;
    private final Limit registrationsHere;

    OAuthLimits(RateLimits limits, Neighbourhoods neighbourhoods, RoutingContext request, AppsConfig config) {
        this.limits = limits;
        this.neighbourhoods = neighbourhoods;
        this.request = request;
        this.perAddress = new Limit("oauth-address", config.requestsHere(), MINUTE);
        this.perApp = new Limit("oauth-app", config.requestsOfOne(), MINUTE);
        var registrations = config.registrationsHere();
        this.registrationsHere =
                new Limit("oauth-registrations", registrations, UNTIL_ONE_MORE.multipliedBy(registrations));
    }

    Uni<Void> here() {
        return limits.require(perAddress, address());
    }

    Uni<Void> registrationHere() {
        return limits.require(registrationsHere, address());
    }

    /**
     * Only of an app that has shown its secret: in the name of another anybody could use up what it has. Its address gets
     * back what {@link #here()} took, for a server of many people has one address.
     */
    Uni<Void> of(App proven) {
        return proven.isConfidential()
                ? limits.require(perApp, proven.id().toString()).chain(() -> limits.giveBack(perAddress, address()))
                : Uni.createFrom().voidItem();
    }

    private String address() {
        return neighbourhoods.of(request).name();
    }
}

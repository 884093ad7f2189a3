package org.obolus.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.obolus.problems.Unacceptable;

/** How often people may send this server to look at other sites: it must not become a tool against them. */
@ApplicationScoped
public class VisitLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RateLimits limits;
    private final Limit perPerson;
    private final Limit perSite;

    VisitLimits(FetchConfig config, RateLimits limits) {
        this.limits = limits;
        perPerson = new Limit("visits-of", config.perPerson(), MINUTE);
        perSite = new Limit("visits-to", config.perSite(), MINUTE);
    }

    /** Fails with {@link Unacceptable.TooManyRequests} when this person, or everybody, visited that site too often. */
    public Uni<Void> take(String person, WebUrl url) {
        return limits.require(perPerson, person).chain(() -> limits.require(perSite, url.host()));
    }
}

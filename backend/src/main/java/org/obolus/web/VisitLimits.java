package org.obolus.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.obolus.problems.Unacceptable;

/** How often people may send this server to look at other sites: it must not become a tool against them. */
@ApplicationScoped
public class VisitLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RateLimit perPerson;
    private final RateLimit perSite;

    VisitLimits(FetchConfig config, Clock clock) {
        perPerson = new RateLimit(config.perPerson(), MINUTE.dividedBy(config.perPerson()), clock);
        perSite = new RateLimit(config.perSite(), MINUTE.dividedBy(config.perSite()), clock);
    }

    /** @throws Unacceptable.TooManyRequests when this person, or everybody together, visited that site too often */
    public void take(String person, WebUrl url) {
        perPerson.take(person);
        perSite.take(url.host());
    }
}

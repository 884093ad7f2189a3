package org.obolus.flattrapi;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Counts every call of this API but the one that asks how many are left, and says so on every answer. */
class RateLimits {

    private static final String STANDING = "org.obolus.flattrapi.standing";
    private static final String FREE = Addressing.BASE + "/rate_limit";

    private final Hits hits;

    RateLimits(Hits hits) {
        this.hits = hits;
    }

    /** Whether this call was one too many. */
    static boolean areSpent(ContainerRequestContext asked) {
        return asked.getProperty(STANDING) instanceof Hits.Standing standing
                && !standing.allowance().granted();
    }

    /** Nothing to wait for is null. */
    @ServerRequestFilter
    public Uni<Void> count(ContainerRequestContext asked, RoutingContext request) {
        var path = asked.getUriInfo().getPath();
        return path.startsWith(Addressing.BASE) && !path.equals(FREE)
                ? hits.take(request)
                        .invoke(standing -> asked.setProperty(STANDING, standing))
                        .invoke(standing -> standing.allowance().require())
                        .replaceWithVoid()
                : null;
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext asked, ContainerResponseContext answer) {
        if (asked.getProperty(STANDING) instanceof Hits.Standing standing) {
            var headers = answer.getHeaders();
            headers.putSingle("X-RateLimit-Limit", Hits.AN_HOUR);
            headers.putSingle("X-RateLimit-Remaining", standing.remaining());
            headers.putSingle("X-RateLimit-Current", standing.current());
            headers.putSingle("X-RateLimit-Reset", standing.resetsAt());
        }
    }
}

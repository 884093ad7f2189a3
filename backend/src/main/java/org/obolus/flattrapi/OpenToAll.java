package org.obolus.flattrapi;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.obolus.web.OpenToScripts;

/** Lets scripts of every site call this API: it knows tokens only. */
@ApplicationScoped
class OpenToAll {

    private static final int BEFORE_ANY_ROUTE = 900;
    private static final OpenToScripts OPEN = new OpenToScripts(
            "GET, POST, PUT, PATCH, DELETE, OPTIONS",
            "Authorization, Content-Type, Accept, X-Requested-With",
            "Location, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Current, X-RateLimit-Reset");

    void register(@Observes Filters filters) {
        filters.register(this::open, BEFORE_ANY_ROUTE);
    }

    private void open(RoutingContext request) {
        if (request.normalizedPath().startsWith(Addressing.BASE)) {
            OPEN.open(request);
        } else {
            request.next();
        }
    }
}

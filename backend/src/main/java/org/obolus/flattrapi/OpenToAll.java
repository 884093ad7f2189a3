package org.obolus.flattrapi;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Lets scripts of every site call this API: it knows tokens only, and no browser adds one by itself. */
@ApplicationScoped
class OpenToAll {

    private static final int BEFORE_ANY_ROUTE = 900;
    private static final String HEADERS = "Authorization, Content-Type, Accept, X-Requested-With";
    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final String SEEN =
            "Location, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Current, X-RateLimit-Reset";

    void register(@Observes Filters filters) {
        filters.register(this::open, BEFORE_ANY_ROUTE);
    }

    private void open(RoutingContext request) {
        if (!request.normalizedPath().startsWith(Addressing.BASE)) {
            request.next();
            return;
        }
        var headers = request.response().headers();
        headers.set("Access-Control-Allow-Origin", "*");
        headers.set("Access-Control-Expose-Headers", SEEN);
        headers.set("Cross-Origin-Resource-Policy", "cross-origin");
        if (request.request().method() == HttpMethod.OPTIONS) {
            headers.set("Access-Control-Allow-Methods", METHODS);
            headers.set("Access-Control-Allow-Headers", HEADERS);
            headers.set("Access-Control-Max-Age", "86400");
            request.response().setStatusCode(204).end();
            return;
        }
        request.next();
    }
}

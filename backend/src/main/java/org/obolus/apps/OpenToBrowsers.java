package org.obolus.apps;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.obolus.web.OpenToScripts;

/** Lets apps that are scripts in a browser find their way, exchange their codes and end their tokens. */
@ApplicationScoped
class OpenToBrowsers {

    private static final int BEFORE_ANY_ROUTE = 900;
    private static final OpenToScripts TO_READ = new OpenToScripts("GET", "Accept", "");
    private static final OpenToScripts TO_SEND = new OpenToScripts("POST", "Accept, Content-Type", "Retry-After");
    private static final Map<String, OpenToScripts> OPEN =
            Map.of(MetadataResource.HERE, TO_READ, "/oauth/token", TO_SEND, "/oauth/revoke", TO_SEND);

    void register(@Observes Filters filters) {
        filters.register(this::open, BEFORE_ANY_ROUTE);
    }

    private void open(RoutingContext request) {
        var open = OPEN.get(request.normalizedPath());
        if (open != null) {
            open.open(request);
        } else {
            request.next();
        }
    }
}

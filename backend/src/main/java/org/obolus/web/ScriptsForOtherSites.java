package org.obolus.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The scripts of the button, which pages of other sites load and may read: a page that names the hash of its script lets
 * the browser compare them.
 */
@ApplicationScoped
class ScriptsForOtherSites {

    /** Their addresses stay while what is behind them gets better. */
    private static final Set<String> EVERGREEN =
            Set.of("/button.js", "/counts.js", "/js/0.6/load.js", "/button/version.json");

    /** Their addresses carry their hashes, so what is behind them stays. */
    private static final Pattern VERSION = Pattern.compile("/button-[0-9a-f]{16}\\.js");

    private static final String AN_HOUR = "public, max-age=3600";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final int BEFORE_ANY_ROUTE = 1000;
    private static final int FIRST_REFUSAL = 400;

    void register(@Observes Filters filters) {
        filters.register(this::add, BEFORE_ANY_ROUTE);
    }

    static boolean include(String path) {
        return EVERGREEN.contains(path) || VERSION.matcher(path).matches();
    }

    private void add(RoutingContext request) {
        var path = request.request().path();
        if (include(path)) {
            var response = request.response();
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            // A version that is not here today may come back with another release of the server.
            response.headersEndHandler(sent -> {
                if (response.getStatusCode() < FIRST_REFUSAL) {
                    response.putHeader(HttpHeaders.CACHE_CONTROL, EVERGREEN.contains(path) ? AN_HOUR : FOR_EVER);
                }
            });
        }
        request.next();
    }
}

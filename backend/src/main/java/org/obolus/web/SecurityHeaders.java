package org.obolus.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every answer tells the browser not to do, static files included.
 *
 * <p>A resource that needs another policy (the button's frame, the demo blog) sets that header on its own answer, which
 * then replaces the one from here.
 */
@ApplicationScoped
class SecurityHeaders {

    static final String POLICY = "Content-Security-Policy";

    private static final String REFERRER = "Referrer-Policy";
    private static final String PERMISSION = "Permissions-Policy";
    private static final String RESOURCE = "Cross-Origin-Resource-Policy";

    /** What a resource may say otherwise for its own answer. */
    static final List<String> REPLACEABLE = List.of(POLICY, REFERRER, PERMISSION, RESOURCE);

    private static final String STRICT = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The API's own documentation is a program from elsewhere that writes styles and scripts into its page. */
    private static final String DOCUMENTATION = "default-src 'none'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    private static final String DOCUMENTATION_PATH = "/q/swagger-ui";
    private static final String PERMISSIONS =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
    private static final String COUNTS = "/counts";
    private static final int BEFORE_ANY_ROUTE = 1000;

    private final boolean secure;

    /** The address tells whether people come by HTTPS; the request does not, where a proxy ends it. */
    SecurityHeaders(@ConfigProperty(name = "obolus.url") URI server) {
        this.secure = "https".equalsIgnoreCase(server.getScheme());
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, BEFORE_ANY_ROUTE);
    }

    private void add(RoutingContext request) {
        var path = request.request().path();
        var headers = request.response().headers();
        headers.set(POLICY, path.startsWith(DOCUMENTATION_PATH) ? DOCUMENTATION : STRICT);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set(REFERRER, "strict-origin-when-cross-origin");
        headers.set(PERMISSION, PERMISSIONS);
        headers.set(RESOURCE, isForOtherSites(path) ? "cross-origin" : "same-origin");
        if (secure) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        request.next();
    }

    private static boolean isForOtherSites(String path) {
        return COUNTS.equals(path) || ScriptsForOtherSites.include(path);
    }
}

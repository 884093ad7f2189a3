package org.obolus.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What answers of resources need beside the headers of every answer. */
class PageHeaders {

    private static final int LAST = 0;

    /** Two policies would both hold, so the one that a resource wrote itself replaces the general one. */
    @ServerResponseFilter(priority = LAST)
    public void giveWay(ContainerResponseContext response, RoutingContext request) {
        var own = response.getHeaders();
        SecurityHeaders.REPLACEABLE.stream()
                .filter(own::containsKey)
                .forEach(request.response().headers()::remove);
    }

    /** What is said to one person is nobody else's, and gone with the log-in. */
    @ServerResponseFilter
    public void keepFromCaches(ContainerResponseContext response, RoutingContext request) {
        var said = request.request().headers();
        if (said.contains(HttpHeaders.COOKIE) || said.contains(HttpHeaders.AUTHORIZATION)) {
            response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
        }
    }

    /** Not every way to answer names it; without it, programs guess by the language of their machine. */
    @ServerResponseFilter(priority = LAST)
    public void nameTheCharset(ContainerResponseContext response) {
        var type = response.getMediaType();
        if (type != null
                && type.isCompatible(MediaType.TEXT_HTML_TYPE)
                && !type.getParameters().containsKey(MediaType.CHARSET_PARAMETER)) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, type.withCharset("UTF-8"));
        }
    }

    @ServerResponseFilter
    public void add(ContainerResponseContext response, RoutingContext request) {
        var type = response.getMediaType();
        if (type == null || !type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
            return;
        }
        // A window that a button opened would lose its opener, and with it the way to report back.
        if (!Frames.mayHaveAnOpener(request)) {
            response.getHeaders().putSingle("Cross-Origin-Opener-Policy", "same-origin-allow-popups");
        }
    }
}

package org.obolus.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses requests that change something and were sent by a page of another site with the visitor's cookies. */
class CrossSiteGuard {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OUR_OWN = Set.of("same-origin", "none");
    /** Apps that are scripts of other sites send what only they know; a cookie would do nothing there. */
    private static final Set<String> FOR_APPS = Set.of("/oauth/token", "/oauth/revoke");

    /** Before matching, so that no resource can be reached around it. */
    @ServerRequestFilter(preMatching = true)
    public void guard(HttpServerRequest request) {
        if (SAFE.contains(request.method().name()) || carriesOnlyAToken(request) || isOfAnApp(request)) {
            return;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        if (site != null ? !OUR_OWN.contains(site) : origin != null && !isOurs(origin, request)) {
            throw new CrossSite.OtherSite();
        }
        if (site == null && origin == null && request.headers().contains(HttpHeaders.COOKIE)) {
            throw new CrossSite.NoOrigin();
        }
    }

    private static boolean isOfAnApp(HttpServerRequest request) {
        return FOR_APPS.contains(request.path()) && !request.headers().contains(HttpHeaders.COOKIE);
    }

    /** A token has to be put in by hand; no browser adds it to another site's request. */
    private static boolean carriesOnlyAToken(HttpServerRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                && authorization.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length())
                && !request.headers().contains(HttpHeaders.COOKIE);
    }

    /** The scheme is left out: behind a proxy that ends TLS the server does not know it. */
    private static boolean isOurs(String origin, HttpServerRequest request) {
        try {
            var authority = request.authority();
            return authority != null && authority.toString().equalsIgnoreCase(authorityOf(origin));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static String authorityOf(String origin) {
        return URI.create(origin).getRawAuthority();
    }
}

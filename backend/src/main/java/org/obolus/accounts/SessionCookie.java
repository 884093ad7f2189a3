package org.obolus.accounts;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;

/** The cookie that holds a browser's token: never readable by scripts, bound to this host where there is HTTPS. */
final class SessionCookie {

    private static final String PLAIN = "obolus";
    private static final String HOST_BOUND = "__Host-obolus";

    private SessionCookie() {}

    static Optional<String> of(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(name(request))).map(cookie -> cookie.getValue());
    }

    static NewCookie holding(String token, Duration lasts, RoutingContext request) {
        return new NewCookie.Builder(name(request))
                .value(token)
                .path("/")
                .httpOnly(true)
                .secure(isSecure(request))
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge((int) lasts.toSeconds())
                .build();
    }

    static NewCookie removed(RoutingContext request) {
        return holding("", Duration.ZERO, request);
    }

    private static String name(RoutingContext request) {
        return isSecure(request) ? HOST_BOUND : PLAIN;
    }

    private static boolean isSecure(RoutingContext request) {
        return "https".equals(request.request().scheme());
    }
}

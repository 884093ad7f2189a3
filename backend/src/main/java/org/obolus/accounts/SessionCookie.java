package org.obolus.accounts;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The cookie that holds a browser's token: never readable by scripts, bound to this host where there is HTTPS. */
@ApplicationScoped
class SessionCookie {

    private static final String PLAIN = "obolus";
    private static final String HOST_BOUND = "__Host-obolus";

    private final boolean secure;

    /** The address tells whether people come by HTTPS; the request does not, where a proxy ends it. */
    SessionCookie(@ConfigProperty(name = "obolus.url") URI server) {
        this.secure = "https".equalsIgnoreCase(server.getScheme());
    }

    Optional<String> of(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(name())).map(cookie -> cookie.getValue());
    }

    NewCookie holding(String token, Duration lasts) {
        return new NewCookie.Builder(name())
                .value(token)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge((int) lasts.toSeconds())
                .build();
    }

    NewCookie removed() {
        return holding("", Duration.ZERO);
    }

    private String name() {
        return secure ? HOST_BOUND : PLAIN;
    }
}

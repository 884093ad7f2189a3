package org.obolus.identities;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.accounts.LeftBehind;
import org.obolus.web.Secret;

/** What a browser keeps while its person is away at a platform, and once it has shown who that is. */
@ApplicationScoped
class ClaimCookies implements LeftBehind {

    private static final String AWAY = "obolus-away";
    private static final String PROVEN = "obolus-proven";

    private final boolean secure;
    private final ClaimsConfig config;

    /** The address tells whether people come by HTTPS; the request does not, where a proxy ends it. */
    ClaimCookies(@ConfigProperty(name = "obolus.url") URI server, ClaimsConfig config) {
        this.secure = "https".equalsIgnoreCase(server.getScheme());
        this.config = config;
    }

    Optional<Secret> away(RoutingContext request) {
        return read(request, AWAY);
    }

    Optional<Secret> proven(RoutingContext request) {
        return read(request, PROVEN);
    }

    NewCookie whileAway(Secret browser) {
        return cookie(AWAY, browser.written(), PlatformLogIns.LASTS);
    }

    NewCookie back() {
        return cookie(AWAY, "", Duration.ZERO);
    }

    NewCookie onceProven(Secret proof) {
        return cookie(PROVEN, proof.written(), config.proofLasts());
    }

    NewCookie used() {
        return cookie(PROVEN, "", Duration.ZERO);
    }

    /** The next person at this browser has not shown who the last one is elsewhere. */
    @Override
    public NewCookie removed() {
        return used();
    }

    private Optional<Secret> read(RoutingContext request, String name) {
        return Optional.ofNullable(request.request().getCookie(named(name)))
                .flatMap(cookie -> Secret.of(cookie.getValue()));
    }

    /** People come back by a link of another site, so that nothing stricter than lax would be sent. */
    private NewCookie cookie(String name, String value, Duration lasts) {
        return new NewCookie.Builder(named(name))
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge((int) lasts.toSeconds())
                .build();
    }

    private String named(String name) {
        return secure ? "__Host-" + name : name;
    }
}

package org.obolus.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.security.SecureRandom;
import java.util.Base64;

/** Lets one page carry an inline script: {@code <script nonce="{cdi:script.nonce}">}. Made only when asked for. */
@Named("script")
@RequestScoped
public class ScriptNonce {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private final CurrentVertxRequest current;
    private String nonce;

    ScriptNonce(CurrentVertxRequest current) {
        this.current = current;
    }

    public String nonce() {
        if (nonce == null) {
            var bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            var response = current.getCurrent().response();
            response.headers().set(SecurityHeaders.POLICY, SecurityHeaders.policyWith(nonce));
        }
        return nonce;
    }
}

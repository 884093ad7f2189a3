package org.obolus.client;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An app that wants to be known to a server (RFC 7591).
 *
 * @param isOpen whether it cannot keep a secret, and gets none
 */
public record AppRegistration(
        String name, List<URI> redirects, boolean isOpen, Set<Scope> scopes, Optional<URI> homepage) {

    public AppRegistration {
        Objects.requireNonNull(name, "name");
        redirects = List.copyOf(redirects);
        scopes = Set.copyOf(scopes);
    }

    Body body() {
        return Body.empty()
                .with("client_name", name)
                .with("redirect_uris", redirects)
                .with("token_endpoint_auth_method", isOpen ? "none" : "client_secret_basic")
                .with("grant_types", List.of("authorization_code", "refresh_token"))
                .with("response_types", List.of("code"))
                .with("scope", Scope.written(scopes))
                .with("client_uri", homepage);
    }
}

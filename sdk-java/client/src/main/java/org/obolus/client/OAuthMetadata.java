package org.obolus.client;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a server says about its way of authorizing apps (RFC 8414). */
public record OAuthMetadata(
        URI issuer,
        URI authorizationEndpoint,
        URI tokenEndpoint,
        Optional<URI> revocationEndpoint,
        Optional<URI> introspectionEndpoint,
        Optional<URI> registrationEndpoint,
        Optional<List<String>> scopesSupported,
        Optional<List<String>> codeChallengeMethodsSupported) {

    public OAuthMetadata {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(authorizationEndpoint, "authorizationEndpoint");
        Objects.requireNonNull(tokenEndpoint, "tokenEndpoint");
    }
}

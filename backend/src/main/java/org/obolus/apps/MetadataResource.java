package org.obolus.apps;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.Scope;

/** Tells programs where everything is and what is spoken there (RFC 8414). */
@Path(MetadataResource.HERE)
@Produces(MediaType.APPLICATION_JSON)
class MetadataResource {

    static final String HERE = "/.well-known/oauth-authorization-server";

    private static final List<String> WITH_A_SECRET = List.of("client_secret_basic", "client_secret_post");
    private static final List<String> WITH_OR_WITHOUT = List.of("client_secret_basic", "client_secret_post", "none");

    private final String server;

    MetadataResource(@ConfigProperty(name = "obolus.url") String server) {
        this.server = server;
    }

    record Metadata(
            String issuer,
            String authorizationEndpoint,
            String tokenEndpoint,
            String revocationEndpoint,
            String introspectionEndpoint,
            String registrationEndpoint,
            List<String> scopesSupported,
            List<String> responseTypesSupported,
            List<String> responseModesSupported,
            List<String> grantTypesSupported,
            List<String> tokenEndpointAuthMethodsSupported,
            List<String> revocationEndpointAuthMethodsSupported,
            List<String> introspectionEndpointAuthMethodsSupported,
            List<String> codeChallengeMethodsSupported,
            boolean authorizationResponseIssParameterSupported) {}

    @GET
    @Operation(hidden = true)
    public Response show() {
        return Response.ok(metadata())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }

    private Metadata metadata() {
        return new Metadata(
                server,
                server + "/oauth/authorize",
                server + "/oauth/token",
                server + "/oauth/revoke",
                server + "/oauth/introspect",
                server + "/oauth/register",
                Scope.FOR_APPS.stream().map(Scope::toString).toList(),
                List.of("code"),
                List.of("query"),
                List.of("authorization_code", "refresh_token"),
                WITH_OR_WITHOUT,
                WITH_OR_WITHOUT,
                WITH_A_SECRET,
                List.of("S256"),
                true);
    }
}

package org.obolus.identities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.obolus.web.Fetched;

/** Asks a server whether it still knows an application of ours, by having it give a token of its own (RFC 6749, 4.4). */
@ApplicationScoped
class AskAboutApp {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> REFUSALS = Set.of(400, 401);

    /** Of RFC 6749, 5.2, what is said to applications that are known. */
    private static final Set<String> SAID_TO_KNOWN = Set.of(
            "invalid_request", "invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_scope");

    private final CallPlatform call;

    AskAboutApp(CallPlatform call) {
        this.call = call;
    }

    /**
     * No only where the server says so; whatever else it says, the application stays. It is asked with the scope of log-ins,
     * for what a server would give without one it may refuse to an application that registered itself for less.
     */
    Uni<Boolean> isKnown(LogInPlatform platform, PlatformEndpoints endpoints, PlatformApp app) {
        var endpoint = URI.create(endpoints.token().toString());
        var asking = app.asking(endpoint, new ClientCredentialsGrant(), platform.isBasic(), platform.scope());
        return call.send(platform, asking.toHTTPRequest()).map(answer -> !isUnknown(answer));
    }

    /** {@code invalid_client}, or words of a server's own where that is no error of the standard: Pleroma's. */
    static boolean isUnknown(Fetched answer) {
        return REFUSALS.contains(answer.status())
                && error(answer).filter(error -> !SAID_TO_KNOWN.contains(error)).isPresent();
    }

    private static Optional<String> error(Fetched answer) {
        try {
            return Optional.of(JSON.readTree(answer.body()).path("error"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}

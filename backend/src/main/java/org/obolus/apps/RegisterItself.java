package org.obolus.apps;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.obolus.database.Transactions;
import org.obolus.problems.Unacceptable;
import org.obolus.web.Secret;

/**
 * Lets an app register itself (RFC 7591), as a site does that connects itself. It belongs to nobody and proves nothing;
 * the page of consent says so.
 */
@ApplicationScoped
class RegisterItself {

    private static final String NO_SECRET = "none";
    private static final String BY_HEADER = "client_secret_basic";
    private static final Set<String> METHODS = Set.of(NO_SECRET, BY_HEADER, "client_secret_post");
    private static final List<String> GRANT_TYPES = List.of("authorization_code", "refresh_token");

    private final Transactions transactions;
    private final AppRows rows;
    private final OAuthLimits limits;
    private final Clock clock;

    RegisterItself(Transactions transactions, AppRows rows, OAuthLimits limits, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.limits = limits;
        this.clock = clock;
    }

    /** What was registered (RFC 7591, section 3.2.1): the only answer that ever holds the secret. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Registered(
            UUID clientId,
            String clientSecret,
            Long clientSecretExpiresAt,
            long clientIdIssuedAt,
            String clientName,
            List<String> redirectUris,
            String tokenEndpointAuthMethod,
            List<String> grantTypes,
            List<String> responseTypes) {}

    /** Fails with {@link OAuthRefused}, or with TooManyRequests. */
    Uni<Registered> with(JsonNode metadata) {
        return limits.registrationHere().chain(() -> registered(metadata));
    }

    private Uni<Registered> registered(JsonNode metadata) {
        var method = method(metadata);
        var wish = wish(metadata, !method.equals(NO_SECRET));
        var secret = wish.isConfidential() ? Optional.of(Secret.random()) : Optional.<Secret>empty();
        return transactions
                .run(connection -> rows.add(connection, Optional.empty(), wish, secret))
                .map(id -> new Registered(
                        id,
                        secret.map(Secret::written).orElse(null),
                        secret.map(never -> 0L).orElse(null),
                        clock.instant().getEpochSecond(),
                        wish.name(),
                        wish.redirects().stream().map(RedirectUri::value).toList(),
                        method,
                        GRANT_TYPES,
                        List.of("code")));
    }

    private static String method(JsonNode metadata) {
        var method = metadata.path("token_endpoint_auth_method").asText(BY_HEADER);
        if (!METHODS.contains(method)) {
            throw new OAuthRefused.InvalidClientMetadata(
                    "The field token_endpoint_auth_method is client_secret_basic, client_secret_post or none.");
        }
        return method;
    }

    private static AppWish wish(JsonNode metadata, boolean isConfidential) {
        var redirects = redirects(metadata.path("redirect_uris"));
        try {
            var first = redirects.isEmpty() ? "An app" : RedirectUri.place(new RedirectUri(redirects.get(0)).value());
            return AppWish.of(metadata.path("client_name").asText(first), redirects, isConfidential, false);
        } catch (Unacceptable.Invalid refused) {
            throw RedirectUri.FIELD.equals(refused.members().get("field"))
                    ? new OAuthRefused.InvalidRedirectUri(refused.getMessage())
                    : new OAuthRefused.InvalidClientMetadata(refused.getMessage());
        }
    }

    private static List<String> redirects(JsonNode listed) {
        var redirects = new ArrayList<String>();
        listed.forEach(one -> {
            if (!one.isTextual()) {
                throw new OAuthRefused.InvalidRedirectUri("The field redirect_uris is a list of addresses.");
            }
            redirects.add(one.asText());
        });
        return redirects;
    }
}

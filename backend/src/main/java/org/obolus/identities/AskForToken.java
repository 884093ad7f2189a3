package org.obolus.identities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.web.Fetched;
import org.obolus.web.Secret;

/**
 * Exchanges what a browser brought back for a token (RFC 6749, 4.1.3, with RFC 7636).
 *
 * <p>Of the answer one member matters, so it is read more generously than the standard has it: some platforms answer as a
 * form does, leave the type out, list scopes as an array, or refuse with the status of success.
 */
@ApplicationScoped
class AskForToken {

    private static final String TOKEN = "access_token";
    private static final String ERROR = "error";

    private final CallPlatform call;
    private final ObjectMapper json;
    private final String server;

    AskForToken(CallPlatform call, ObjectMapper json, @ConfigProperty(name = "obolus.url") String server) {
        this.call = call;
        this.json = json;
        this.server = server;
    }

    /** Fails with {@link LogInRefused}. */
    Uni<String> by(LogInPlatform platform, PlatformEndpoints endpoints, PlatformApp app, String code, Secret browser) {
        var grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), platform.wayBack(server), new CodeVerifier(browser.written()));
        var endpoint = URI.create(endpoints.token().toString());
        return call.send(
                        platform,
                        app.asking(endpoint, grant, platform.isBasic()).toHTTPRequest())
                .map(answer -> token(platform, answer));
    }

    private String token(LogInPlatform platform, Fetched answer) {
        var error = member(answer, ERROR);
        if (error.isPresent()) {
            throw new LogInRefused.Refused(platform, CameBack.reason(error.get()));
        }
        return member(answer, TOKEN)
                .filter(token -> answer.isOk() && token.matches("[\\x21-\\x7e]+"))
                .orElseThrow(() -> new LogInRefused.NotUnderstood(platform));
    }

    private Optional<String> member(Fetched answer, String name) {
        return isForm(answer)
                ? Optional.ofNullable(MultivaluedMapUtils.getFirstValue(URLUtils.parseParameters(answer.text()), name))
                : json(answer)
                        .map(said -> said.get(name))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue);
    }

    private static boolean isForm(Fetched answer) {
        return answer.contentType().startsWith(ContentType.APPLICATION_URLENCODED.getType());
    }

    private Optional<JsonNode> json(Fetched answer) {
        try {
            return Optional.ofNullable(json.readTree(answer.body()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}

package org.obolus.apps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a program sent: fields, and perhaps a name and a secret in its header.
 *
 * @param isJson whether it sent them as JSON, as Flattr's clients did; else as a form
 */
record Sent(Fields fields, Optional<Credentials> header, boolean isJson) {

    private static final String BASIC = "Basic ";
    private static final int MOST_FIELDS = 100;

    /** Who an app says it is; one that has no secret shows none. */
    record Credentials(String id, Optional<String> secret) {}

    /** @throws OAuthRefused.InvalidRequest when it cannot be read */
    static Sent of(HttpHeaders headers, String body, ObjectMapper json) {
        var type = Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_TYPE))
                .orElse("");
        var isJson = type.toLowerCase(Locale.ROOT).contains("json");
        return new Sent(
                isJson ? ofJson(body, json) : ofForm(body),
                Optional.ofNullable(headers.getHeaderString(HttpHeaders.AUTHORIZATION))
                        .map(Sent::credentials),
                isJson);
    }

    /** @throws OAuthRefused when there are none, or two ways of proving it (RFC 6749, section 2.3) */
    Credentials credentials() {
        var secret = fields.one("client_secret");
        var id = fields.one("client_id");
        var isNamedOtherwise = id.isPresent()
                && header.filter(named -> !named.id().equals(id.get())).isPresent();
        if (header.isPresent() && secret.isPresent() || isNamedOtherwise) {
            throw new OAuthRefused.InvalidRequest(
                    "Send client_id and client_secret once, in the header or in the body.");
        }
        return header.or(() -> id.map(named -> new Credentials(named, secret)))
                .orElseThrow(OAuthRefused.InvalidClient::new);
    }

    private static Fields ofForm(String body) {
        try {
            var form = new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MOST_FIELDS, true);
            return new Fields(form.parameters());
        } catch (IllegalArgumentException unreadable) {
            throw new OAuthRefused.InvalidRequest("The body is no form: something behind a % cannot be read.");
        }
    }

    private static Fields ofJson(String body, ObjectMapper json) {
        var values = new LinkedHashMap<String, List<String>>();
        object(body, json).properties().forEach(field -> values.put(field.getKey(), List.of(text(field.getValue()))));
        return new Fields(values);
    }

    /** @throws OAuthRefused.InvalidRequest when it is none */
    static JsonNode object(String body, ObjectMapper json) {
        try {
            var read = json.readTree(body);
            if (read != null && read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException unreadable) {
            throw new OAuthRefused.InvalidRequest("The body breaks off or is not JSON.");
        }
        throw new OAuthRefused.InvalidRequest("The body has to be one JSON object.");
    }

    private static String text(JsonNode value) {
        if (value.isContainerNode()) {
            throw new OAuthRefused.InvalidRequest("The fields hold texts, no lists and no objects.");
        }
        return value.isNull() ? "" : value.asText();
    }

    /** Name and secret are written as a form writes them, before they are put together (RFC 6749, section 2.3.1). */
    private static Credentials credentials(String header) {
        try {
            if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
                var encoded = Base64.getDecoder()
                        .decode(header.substring(BASIC.length()).strip());
                var both = new String(encoded, StandardCharsets.UTF_8).split(":", 2);
                var secret =
                        Optional.of(both.length < 2 ? "" : decoded(both[1])).filter(text -> !text.isEmpty());
                return new Credentials(decoded(both[0]), secret);
            }
        } catch (IllegalArgumentException unreadable) {
            throw new OAuthRefused.InvalidClient();
        }
        throw new OAuthRefused.InvalidClient();
    }

    private static String decoded(String written) {
        return URLDecoder.decode(written, StandardCharsets.UTF_8);
    }
}

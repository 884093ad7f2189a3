package org.obolus.apps;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a request of OAuth says: each name once, and what is empty is not there (RFC 6749, section 3.1). */
record Fields(Map<String, List<String>> values) {

    private static final List<String> OF_AN_AUTHORIZATION = List.of(
            "response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method");

    /** @throws OAuthRefused.InvalidRequest when it comes more than once: two readers could read it differently */
    Optional<String> one(String name) {
        var all = values.getOrDefault(name, List.of());
        if (all.size() > 1) {
            throw new OAuthRefused.InvalidRequest("The field " + name + " is there more than once.");
        }
        return all.stream().filter(value -> value != null && !value.isEmpty()).findFirst();
    }

    /** @throws OAuthRefused.InvalidRequest when it is missing */
    String required(String name) {
        return one(name).orElseThrow(() -> new OAuthRefused.InvalidRequest("The field " + name + " is missing."));
    }

    /** What an app asked for, to be asked for again. */
    Map<String, String> ofAnAuthorization() {
        var kept = new LinkedHashMap<String, String>();
        OF_AN_AUTHORIZATION.forEach(name -> one(name).ifPresent(value -> kept.put(name, value)));
        return kept;
    }

    static String query(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

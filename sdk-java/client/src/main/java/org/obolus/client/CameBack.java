package org.obolus.client;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The address with which a person came back from the server, and what it says. */
record CameBack(Map<String, String> said) {

    static CameBack with(URI address) {
        var said = new HashMap<String, String>();
        var query = Optional.ofNullable(address.getRawQuery()).orElse("");
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            if (said.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "") != null) {
                throw new IllegalArgumentException("This answer says " + parts[0] + " twice.");
            }
        }
        return new CameBack(said);
    }

    /** @throws IllegalArgumentException when it is the answer to something else */
    CameBack to(Authorization asked) {
        requireSame(asked.state(), said.getOrDefault("state", ""), "This is not the answer to this authorization.");
        return this;
    }

    /** As which the server calls itself, where it says so (RFC 9207). */
    boolean isFrom(URI issuer) {
        return said.getOrDefault("iss", issuer.toString())
                .replaceFirst("/*$", "")
                .equals(issuer.toString());
    }

    /** @throws IllegalArgumentException when it is the answer of another server */
    CameBack from(URI issuer) {
        if (!isFrom(issuer)) {
            throw new IllegalArgumentException("This is the answer of another server: " + said.get("iss"));
        }
        return this;
    }

    /**
     * What can be exchanged.
     *
     * @throws IllegalArgumentException when there is nothing
     * @throws ObolusException.Refused when the person, or the server, said no
     */
    String code() {
        if (said.containsKey("error")) {
            throw new ObolusException.Refused(Refusals.ofOAuth(
                    400, said.get("error"), said.getOrDefault("error_description", said.get("error"))));
        }
        return Optional.ofNullable(said.get("code"))
                .filter(code -> !code.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("This answer has no code."));
    }

    private static void requireSame(String expected, String said, String otherwise) {
        var isSame =
                MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
        if (!isSame) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

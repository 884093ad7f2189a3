package org.obolus.notifications;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By what an application may act for an account of its own on X: these do not expire, while a bearer token of a user does
 * after two hours. Requests are signed with them (OAuth 1.0, RFC 5849, section 3.4, HMAC-SHA1).
 */
record XAccess(String consumerKey, String consumerSecret, String accessToken, String accessTokenSecret) {

    private static final String ALGORITHM = "HmacSHA1";

    /**
     * What stands in the header {@code Authorization} of a request without a form.
     *
     * @param address without a query
     * @param nonce never used before at the same second
     */
    String authorization(String method, String address, String nonce, long epochSeconds) {
        var fields = new TreeMap<String, String>(Map.of(
                "oauth_consumer_key",
                consumerKey,
                "oauth_nonce",
                nonce,
                "oauth_signature_method",
                "HMAC-SHA1",
                "oauth_timestamp",
                Long.toString(epochSeconds),
                "oauth_token",
                accessToken,
                "oauth_version",
                "1.0"));
        var base = method + "&" + encoded(address) + "&" + encoded(joined(fields, "=", "&", ""));
        fields.put("oauth_signature", signature(base));
        return "OAuth " + joined(fields, "=\"", ", ", "\"");
    }

    private String signature(String base) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            var key = encoded(consumerSecret) + "&" + encoded(accessTokenSecret);
            mac.init(new SecretKeySpec(key.getBytes(US_ASCII), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(US_ASCII)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", missing);
        }
    }

    private static String joined(Map<String, String> fields, String before, String between, String after) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + before + encoded(field.getValue()) + after)
                .collect(Collectors.joining(between));
    }

    /** RFC 5849, section 3.6. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    @Override
    public String toString() {
        return "XAccess[" + consumerKey + "]";
    }
}

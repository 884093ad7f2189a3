package org.obolus.web;

import io.vertx.core.MultiMap;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a site answered, whatever its status; the content type is empty where it named none. */
public record Fetched(int status, String contentType, byte[] body, WebUrl finalUrl, MultiMap headers) {

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset=\"?([a-z0-9:._+-]+)");

    public Fetched(int status, String contentType, byte[] body, WebUrl finalUrl) {
        this(status, contentType, body, finalUrl, MultiMap.caseInsensitiveMultiMap());
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public boolean isOk() {
        return status == 200;
    }

    /** The body in the character set that the site named, else in UTF-8. */
    public String text() {
        var named = CHARSET.matcher(contentType);
        var known = named.find() && isKnown(named.group(1));
        return new String(body, known ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8);
    }

    private static boolean isKnown(String charset) {
        return charset.matches("[a-zA-Z0-9].*") && Charset.isSupported(charset);
    }
}

package org.obolus.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Addresses that are put together; whatever is put into them stays one part of them. */
final class Query {

    private final StringBuilder written = new StringBuilder();

    Query copy() {
        var copy = new Query();
        copy.written.append(written);
        return copy;
    }

    /** Left out when there is nothing. */
    Query with(String name, Object value) {
        if (value != null) {
            written.append(written.isEmpty() ? '?' : '&')
                    .append(encoded(name))
                    .append('=')
                    .append(encoded(value.toString()));
        }
        return this;
    }

    /** With its question mark, or nothing. */
    @Override
    public String toString() {
        return written.toString();
    }

    /** The first stays as it is, the others are names of which each is one segment. */
    static String path(String start, Object... names) {
        return start
                + Arrays.stream(names)
                        .map(name -> "/" + encoded(name.toString()))
                        .collect(Collectors.joining());
    }

    /** @param path begins with a slash, also where the server has a path of its own */
    static URI below(URI server, String path) {
        return URI.create(server.toString().replaceFirst("/*$", "") + path);
    }

    /** Forms write a space as a plus; in an address that is not filled in by a form it would stay one. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}

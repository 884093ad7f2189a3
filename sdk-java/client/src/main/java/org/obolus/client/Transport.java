package org.obolus.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** How requests travel. The client brings one; programs bring their own for a proxy, for records, or for their tests. */
@FunctionalInterface
public interface Transport {

    /** Sends it once; fails with an {@link java.io.IOException} when no answer came in time. Never follows a redirect. */
    CompletableFuture<Answer> send(Request request);

    /** What is asked. The headers may hold a token: do not write them to a log. */
    record Request(String method, URI uri, Map<String, String> headers, byte[] bytes, Duration timeout) {

        public Request {
            headers = Map.copyOf(headers);
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        /** What is said, where it is a text; nothing where nothing is said. */
        public Optional<String> body() {
            return bytes.length == 0 ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }

        /** Without its headers, for they may hold a token. */
        @Override
        public String toString() {
            return method + " " + uri;
        }
    }

    /** What was answered; names of headers are in lower case. */
    record Answer(int status, Map<String, List<String>> headers, byte[] body) {

        public Answer {
            var lower = new TreeMap<String, List<String>>();
            headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
            headers = Map.copyOf(lower);
            body = body.clone();
        }

        /** An answer of JSON, as a server gives it. */
        public static Answer json(int status, String body) {
            var type = status < 400 ? "application/json" : "application/problem+json";
            return new Answer(status, Map.of("content-type", List.of(type)), body.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public byte[] body() {
            return body.clone();
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The first of that name, in lower case. */
        public Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }

        @Override
        public String toString() {
            return status + ", " + body.length + " bytes";
        }
    }
}

package org.obolus.cli.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of a server as a test of a command needs; the real one is tried with all of them by its own tests. */
public final class PlayedServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String THING =
            "{\"id\": %d, \"url\": \"%s\", \"category\": \"text\", \"tags\": [], \"hidden\": false,"
                    + " \"identity\": \"site:blog.example\", \"owner\": %s, \"created_at\": \"2026-11-01T00:00:00Z\","
                    + " \"updated_at\": \"2026-11-01T00:00:00Z\"}";

    private final LittleWeb web = new LittleWeb();
    private final Map<String, JsonNode> things = new LinkedHashMap<>();
    private final List<Integer> batches = new ArrayList<>();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile String owner = "\"alice\"";
    private volatile int mostAnswers = Integer.MAX_VALUE;

    public PlayedServer() {
        web.with(
                "/api/v1/account",
                "application/json",
                "{\"id\": 1, \"username\": \"alice\", \"email\": null, \"operator\": false,"
                        + " \"created_at\": \"2026-11-01T00:00:00Z\"}");
        web.with(
                "/api/v1/languages",
                "application/json",
                "[{\"id\": \"en_GB\", \"text\": \"x\"}, {\"id\": \"de_DE\", \"text\": \"x\"},"
                        + " {\"id\": \"en_US\", \"text\": \"x\"}]");
        web.with("/api/v1/things/bulk", this::register);
        web.with("/api/v1/things", this::find);
    }

    public URI address() {
        return web.address("");
    }

    public LittleWeb web() {
        return web;
    }

    /** What was said about each address last. */
    public synchronized Map<String, JsonNode> things() {
        return Map.copyOf(things);
    }

    /** How many things each call carried. */
    public synchronized List<Integer> batches() {
        return List.copyOf(batches);
    }

    public synchronized void forgetBatches() {
        batches.clear();
    }

    public void ownedByNobody() {
        owner = "null";
    }

    public void ownedByAlice() {
        owner = "\"alice\"";
    }

    /** After so many calls it refuses everything. */
    public void answersOnly(int calls) {
        answers.set(0);
        mostAnswers = calls;
    }

    @Override
    public void close() {
        web.close();
    }

    private synchronized void register(HttpExchange visit) throws IOException {
        var asked = JSON.readTree(visit.getRequestBody()).path("things");
        if (answers.incrementAndGet() > mostAnswers) {
            problem(visit, 403, "forbidden", "Not any more.");
            return;
        }
        batches.add(asked.size());
        var outcomes = new ArrayList<String>();
        asked.forEach(thing -> outcomes.add(outcome(thing)));
        json(visit, "{\"outcomes\": [" + String.join(",", outcomes) + "]}");
    }

    private String outcome(JsonNode thing) {
        var url = thing.path("url").asText();
        if (url.contains("refused")) {
            return "{\"url\": \"" + url + "\", \"status\": \"refused\", \"problem\": {\"type\": \"/problems/invalid\","
                    + " \"title\": \"x\", \"status\": 422, \"detail\": \"This one is not taken.\"}}";
        }
        var before = things.put(url, thing);
        var status = before == null ? "created" : before.equals(thing) ? "unchanged" : "changed";
        return "{\"url\": \"" + url + "\", \"status\": \"" + status + "\", \"thing\": " + thing(url) + "}";
    }

    private String thing(String url) {
        return THING.formatted(Math.abs(url.hashCode()), url, owner);
    }

    private void find(HttpExchange visit) throws IOException {
        var url = java.net.URLDecoder.decode(visit.getRequestURI().getRawQuery().substring(4), StandardCharsets.UTF_8);
        web.with("/api/v1/things/" + Math.abs(url.hashCode()), gone -> {
            things.remove(url);
            LittleWeb.send(gone, 204, Map.of(), new byte[0]);
        });
        json(visit, thing(url));
    }

    public static void json(HttpExchange visit, String text) throws IOException {
        LittleWeb.send(visit, 200, Map.of("Content-Type", "application/json"), text.getBytes(StandardCharsets.UTF_8));
    }

    public static void problem(HttpExchange visit, int status, String code, String detail) throws IOException {
        var text = "{\"type\": \"https://obolus.example/problems/" + code + "\", \"title\": \"x\", \"status\": "
                + status + ", \"detail\": \"" + detail + "\"}";
        LittleWeb.send(
                visit,
                status,
                Map.of("Content-Type", "application/problem+json"),
                text.getBytes(StandardCharsets.UTF_8));
    }
}

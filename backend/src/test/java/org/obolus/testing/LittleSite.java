package org.obolus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody's web site on this machine, under a name of its own and with the pages that a test puts there. */
public final class LittleSite implements AutoCloseable {

    public static final String PROOF_FILE = "/.well-known/obolus.txt";
    private static final Vertx VERTX = Vertx.vertx();

    private final HttpServer server;
    private final String host;
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final Map<String, String> forwards = new ConcurrentHashMap<>();
    private final Map<String, Promise<Void>> heldBack = new ConcurrentHashMap<>();
    private volatile boolean isBroken;
    private final List<String> visits = new CopyOnWriteArrayList<>();

    private LittleSite(String name, String address) {
        server = VERTX.createHttpServer()
                .exceptionHandler(broken -> {})
                .requestHandler(this::answer)
                .listen(0, address)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        host = name + ":" + server.actualPort();
    }

    public static LittleSite named(String name) {
        return new LittleSite(name + ".localhost", "127.0.0.1");
    }

    /** A program that listens on its person's own machine, which goes by numbers only. */
    public static LittleSite onThisMachine() {
        return new LittleSite("[::1]", "::1");
    }

    /** Name and port, as the proof of the site names it. */
    public String host() {
        return host;
    }

    /** What name servers know it by. */
    public String name() {
        return host.substring(0, host.lastIndexOf(':'));
    }

    public String address(String path) {
        return "http://" + host + path;
    }

    public LittleSite with(String path, String text) {
        pages.put(path, text);
        return this;
    }

    /** Sends whoever comes to this path on to somewhere else. */
    public LittleSite forwarding(String path, String address) {
        forwards.put(path, address);
        return this;
    }

    public LittleSite without(String path) {
        pages.remove(path);
        return this;
    }

    /** Whoever comes to this path waits from now on. */
    public LittleSite holdBack(String path) {
        heldBack.put(path, Promise.promise());
        return this;
    }

    /** Answers those who wait. */
    public LittleSite letGo(String path) {
        heldBack.remove(path).complete();
        return this;
    }

    /** From now on it answers that something is wrong with it. */
    public LittleSite failing() {
        isBroken = true;
        return this;
    }

    /** The paths that were asked for. */
    public List<String> visits() {
        return visits;
    }

    /** What this person has to place here. */
    public String tokenFor(Person person) {
        return person.asks()
                .body("{\"host\": \"" + host + "\"}")
                .post("/api/v1/sites")
                .jsonPath()
                .getString("token");
    }

    public LittleSite provenBy(Person owner) {
        return with(PROOF_FILE, tokenFor(owner)).seenBy(owner);
    }

    /** Proven by one, contested by another, and at last both show equally strong proofs: only an operator can decide. */
    public LittleSite disputedBetween(Person owner, Person challenger) {
        with("/", "<meta name=obolus-verification content=" + tokenFor(owner) + ">")
                .seenBy(owner);
        with(PROOF_FILE, tokenFor(challenger)).seenBy(challenger);
        return with(PROOF_FILE, tokenFor(owner) + "\n" + tokenFor(challenger));
    }

    private LittleSite seenBy(Person asker) {
        assertThat(asker.asks().post("/api/v1/sites/{host}/verification", host).statusCode())
                .isEqualTo(200);
        return this;
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        visits.add(request.path());
        var held = heldBack.get(request.path());
        if (held == null) {
            answerNow(request);
        } else {
            held.future().onSuccess(letGo -> answerNow(request));
        }
    }

    private void answerNow(HttpServerRequest request) {
        if (forwards.containsKey(request.path())) {
            request.response()
                    .setStatusCode(303)
                    .putHeader("Location", forwards.get(request.path()))
                    .end();
            return;
        }
        var page = pages.get(request.path());
        request.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .setStatusCode(isBroken ? 503 : page == null ? 404 : 200)
                .end(page == null ? "nothing here" : page);
    }
}

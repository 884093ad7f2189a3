package org.obolus.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody's program on 127.0.0.1 that is told of events and checks for itself who signed them. */
final class HookReceiver implements AutoCloseable {

    private static final Vertx VERTX = Vertx.vertx();
    /** What stands before a raw Ed25519 key to make an X.509 one (RFC 8410, section 4). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final HttpServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ArrayDeque<>();
    private volatile boolean silent;

    HookReceiver() {
        server = VERTX.createHttpServer()
                .requestHandler(this::receive)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    record Message(String id, String timestamp, String signature, String contentType, String body) {

        JsonObject json() {
            return new JsonObject(body);
        }

        String event() {
            return json().getString("type");
        }

        JsonObject data() {
            return json().getJsonObject("data");
        }

        private String signed() {
            return id + "." + timestamp + "." + body;
        }

        /** Whether one of the signatures was made with this secret. */
        boolean isSignedWith(String secret) {
            assertThat(secret).startsWith("whsec_");
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
                var expected = mac.doFinal(signed().getBytes(StandardCharsets.UTF_8));
                return Arrays.asList(signature.split(" "))
                        .contains("v1," + Base64.getEncoder().encodeToString(expected));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        /** Whether one of the signatures was made with the key that belongs to this public one. */
        boolean isSignedFor(String publicKey) {
            assertThat(publicKey).startsWith("whpk_");
            var raw = Base64.getDecoder().decode(publicKey.substring(5));
            return Arrays.stream(signature.split(" "))
                    .filter(one -> one.startsWith("v1a,"))
                    .anyMatch(one -> verifies(raw, Base64.getDecoder().decode(one.substring(4))));
        }

        private boolean verifies(byte[] raw, byte[] made) {
            try {
                var encoded = Arrays.copyOf(ED25519, ED25519.length + raw.length);
                System.arraycopy(raw, 0, encoded, ED25519.length, raw.length);
                var check = Signature.getInstance("Ed25519");
                check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
                check.update(signed().getBytes(StandardCharsets.UTF_8));
                return check.verify(made);
            } catch (GeneralSecurityException wrong) {
                return false;
            }
        }
    }

    String address() {
        return "http://receiver.localhost:" + server.actualPort() + "/hooks";
    }

    /** What came, in its order. */
    List<Message> messages() {
        return List.copyOf(messages);
    }

    Message only() {
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    /** The next requests are answered with these; all others with 204. */
    HookReceiver answering(Integer... statuses) {
        answers.addAll(List.of(statuses));
        return this;
    }

    /** Takes what comes and never answers. */
    void fallSilent() {
        silent = true;
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    private void receive(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            messages.add(new Message(
                    request.getHeader("webhook-id"),
                    request.getHeader("webhook-timestamp"),
                    request.getHeader("webhook-signature"),
                    request.getHeader("Content-Type"),
                    body.toString()));
            if (!silent) {
                var next = answers.poll();
                request.response().setStatusCode(next == null ? 204 : next).end();
            }
        });
    }
}

package org.obolus.web;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;

/** One request and its answer; whoever stops waiting for it closes its connection. */
final class Exchange {

    private final WebUrl url;
    private final long mostBytes;
    private final byte[] sent;
    private final UniEmitter<? super Answer> emitter;
    private final Buffer body = Buffer.buffer();
    private volatile HttpClientRequest request;
    private volatile boolean over;

    private Exchange(WebUrl url, long mostBytes, UniEmitter<? super Answer> emitter) {
        this(url, mostBytes, null, emitter);
    }

    /** What is answered is not read. */
    private Exchange(WebUrl url, byte[] sent, UniEmitter<? super Answer> emitter) {
        this(url, 0, sent, emitter);
    }

    private Exchange(WebUrl url, long mostBytes, byte[] sent, UniEmitter<? super Answer> emitter) {
        this.url = url;
        this.mostBytes = mostBytes;
        this.sent = sent;
        this.emitter = emitter;
    }

    static Uni<Answer> with(HttpClient client, RequestOptions options, WebUrl url, long mostBytes) {
        return Uni.createFrom().emitter(emitter -> new Exchange(url, mostBytes, emitter).start(client, options));
    }

    /** Sends a body and answers the status as soon as it is there. */
    static Uni<Integer> sending(HttpClient client, RequestOptions options, WebUrl url, byte[] sent) {
        return Uni.createFrom()
                .<Answer>emitter(emitter -> new Exchange(url, sent, emitter).start(client, options))
                .map(answer -> answer.fetched().status());
    }

    /** Sends a body, or nothing where it is empty, and reads what is answered, redirects as well. */
    static Uni<Fetched> asking(HttpClient client, RequestOptions options, WebUrl url, byte[] sent, long mostBytes) {
        return Uni.createFrom()
                .<Answer>emitter(emitter -> new Exchange(url, mostBytes, sent, emitter).start(client, options))
                .map(Answer::fetched);
    }

    private void start(HttpClient client, RequestOptions options) {
        emitter.onTermination(this::close);
        client.request(options).onSuccess(this::send).onFailure(emitter::fail);
    }

    private void send(HttpClientRequest connected) {
        request = connected;
        if (over) {
            close();
            return;
        }
        connected.exceptionHandler(emitter::fail);
        var sendsNothing = sent == null || sent.length == 0;
        var response = sendsNothing ? connected.send() : connected.send(Buffer.buffer(sent));
        response.onSuccess(this::receive).onFailure(emitter::fail);
    }

    private void receive(HttpClientResponse response) {
        var location = response.getHeader(HttpHeaders.LOCATION);
        var readsNothing = mostBytes == 0;
        if (readsNothing || sent == null && Redirects.isRedirect(response.statusCode(), location)) {
            complete(response, location);
            return;
        }
        response.exceptionHandler(emitter::fail).handler(this::collect).endHandler(end -> complete(response, null));
    }

    private void collect(Buffer chunk) {
        if (body.length() + chunk.length() > mostBytes) {
            emitter.fail(new FetchRefused.TooLarge(url, mostBytes));
        } else {
            body.appendBuffer(chunk);
        }
    }

    private void complete(HttpClientResponse response, String location) {
        var type = response.getHeader(HttpHeaders.CONTENT_TYPE);
        var fetched =
                new Fetched(response.statusCode(), type == null ? "" : type, body.getBytes(), url, response.headers());
        emitter.complete(new Answer(fetched, location));
    }

    /** Resetting the request would keep a connection on which nothing was sent yet. */
    private void close() {
        over = true;
        if (request != null) {
            request.connection().close();
        }
    }

    /** What came, and where to go on if it sends its visitors elsewhere. */
    record Answer(Fetched fetched, String location) {}
}

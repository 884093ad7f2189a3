package org.obolus.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Over the network, with the JDK's own client; a redirect is never followed, for it could carry the token away. */
final class HttpTransport implements Transport {

    private final HttpClient http;

    HttpTransport(Duration connectTimeout) {
        this.http = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public CompletableFuture<Answer> send(Request request) {
        var sent = http.sendAsync(written(request), BodyHandlers.ofByteArray());
        return sent.thenApply(HttpTransport::read)
                .orTimeout(request.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> {
                    sent.cancel(true);
                    return CompletableFuture.failedFuture(inTime(failure));
                });
    }

    private static HttpRequest written(Request request) {
        var body = request.bytes().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.bytes());
        var written =
                HttpRequest.newBuilder(request.uri()).timeout(request.timeout()).method(request.method(), body);
        request.headers().forEach(written::setHeader);
        return written.build();
    }

    /** The JDK's own limit ends with the headers of an answer; this one counts its body too. */
    private static Throwable inTime(Throwable failure) {
        return failure instanceof TimeoutException
                ? new IOException("The answer did not end in time.", failure)
                : failure;
    }

    private static Answer read(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), response.headers().map(), response.body());
    }
}

package org.obolus.cli.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.obolus.cli.endings.Progress;

/** Fetches documents from the web, however often they have moved. */
final class Fetch {

    private static final int MOST_MOVES = 10;
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> FOR_EVER = Set.of(301, 308);
    private static final String WANTED = "application/atom+xml, application/rss+xml, application/feed+json,"
            + " application/xml;q=0.9, application/json;q=0.9, text/xml;q=0.9, */*;q=0.5";

    private final HttpClient http;
    private final Limits limits;
    private final Path folder;
    private final Progress progress;

    Fetch(Limits limits, Path folder, Progress progress) {
        this.http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.limits = limits;
        this.folder = folder;
        this.progress = progress;
    }

    /** @throws FeedRefused when nothing comes, or too much */
    Document document(URI address) {
        try {
            return follow(address);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new FeedRefused("Reading " + address + " was interrupted.", interrupted);
        } catch (IOException lost) {
            throw new FeedRefused(address + " could not be read: " + words(lost), lost);
        }
    }

    private Document follow(URI address) throws IOException, InterruptedException {
        var notes = new ArrayList<String>();
        var isForEver = true;
        var at = address;
        for (var moves = 0; moves <= MOST_MOVES; moves++) {
            var answer = http.send(request(at), BodyHandlers.ofInputStream());
            if (!MOVED.contains(answer.statusCode())) {
                return document(answer, notes);
            }
            answer.body().close();
            at = target(answer);
            isForEver &= FOR_EVER.contains(answer.statusCode());
            if (isForEver) {
                notes.clear();
                notes.add("The feed has moved for good, to " + at + ": use that address from now on.");
            }
        }
        throw new FeedRefused(address + " leads from one address to the next, more than " + MOST_MOVES + " times.");
    }

    private HttpRequest request(URI address) {
        return HttpRequest.newBuilder(withoutFragment(address))
                .timeout(limits.patience())
                .header("Accept", WANTED)
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "obolus-cli")
                .build();
    }

    private static URI target(HttpResponse<InputStream> answer) {
        return answer.headers()
                .firstValue("Location")
                .flatMap(written -> Links.absolute(Optional.of(answer.uri()), written))
                .orElseThrow(() -> new FeedRefused(answer.uri() + " has moved, and does not say where to."));
    }

    private Document document(HttpResponse<InputStream> answer, List<String> notes) throws IOException {
        try (var body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new FeedRefused(sentence(answer));
            }
            requireReadable(answer);
            var file = Files.createTempFile(folder, "feed", "");
            var total = answer.headers().firstValueAsLong("Content-Length").orElse(0);
            var inTime = CompletableFuture.runAsync(() -> close(body), later());
            new Unpacking(limits, progress).write(body, file, total);
            if (inTime.isDone()) {
                throw new IOException("it did not end in time");
            }
            inTime.cancel(false);
            var charset = Charsets.of(file, answer.headers().firstValue("Content-Type"));
            return new Document(file, charset, Optional.of(answer.uri()), List.copyOf(notes));
        }
    }

    private java.util.concurrent.Executor later() {
        return CompletableFuture.delayedExecutor(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static String sentence(HttpResponse<InputStream> answer) {
        return switch (answer.statusCode()) {
            case 404, 410 -> "There is no feed at " + answer.uri() + " (" + answer.statusCode() + ").";
            case 401, 403 -> answer.uri() + " is not open to everybody (" + answer.statusCode() + ").";
            default -> answer.uri() + " answers with " + answer.statusCode() + " instead of a feed.";
        };
    }

    private static void requireReadable(HttpResponse<InputStream> answer) {
        var packed = answer.headers().firstValue("Content-Encoding").orElse("identity");
        if (!Set.of("identity", "gzip", "x-gzip", "").contains(packed.strip().toLowerCase(java.util.Locale.ROOT))) {
            throw new FeedRefused(answer.uri() + " is packed with " + packed + ", which was not asked for.");
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException whatever) {
            throw new java.io.UncheckedIOException(whatever);
        }
    }

    private static URI withoutFragment(URI address) {
        return URI.create(address.toString().replaceFirst("#.*", ""));
    }

    private static String words(IOException lost) {
        return lost instanceof java.net.ConnectException
                ? "nobody answers there."
                : lost instanceof java.net.http.HttpTimeoutException
                        ? "it did not answer in time."
                        : Optional.ofNullable(lost.getMessage())
                                .orElse(lost.getClass().getSimpleName());
    }
}

package org.obolus.client;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** The line to one server: sends calls, reads answers, and turns refusals into exceptions. */
final class Line {

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;[^,]*\\brel=\"?next\"?");

    private static final byte[] NOTHING = {};

    private final Settings settings;
    private final AtomicReference<RateLimit> limit = new AtomicReference<>();

    Line(Settings settings) {
        this.settings = settings;
    }

    URI server() {
        return settings.server();
    }

    Clock clock() {
        return settings.clock();
    }

    Instant now() {
        return settings.clock().instant();
    }

    /** The same without a token. */
    Line anonymous() {
        return new Line(settings.anonymous());
    }

    Optional<RateLimit> limit() {
        return Optional.ofNullable(limit.get());
    }

    <T> CompletableFuture<T> ask(Call<T> call) {
        return new Attempts(settings, call, () -> send(call)).begin().thenApply(answer -> read(call, answer));
    }

    /** One list, page by page. */
    <T> CompletableFuture<Page<T>> page(String path, Class<T> type) {
        var items = Json.listIn("items", type);
        return ask(Call.get(path, answer -> {
            var next = next(path, answer).<Page.Next<T>>map(later -> () -> page(later, type));
            return new Page<>(items.apply(answer), next);
        }));
    }

    /** Waits for what was asked, and throws what it fails with. */
    static <T> T await(CompletableFuture<T> asked) {
        try {
            return asked.get();
        } catch (InterruptedException interrupted) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new ObolusException.Unreachable("The thread was interrupted before the answer came.", interrupted);
        } catch (ExecutionException failed) {
            throw thrown(failed.getCause());
        }
    }

    private static RuntimeException thrown(Throwable failure) {
        if (failure instanceof ObolusException known) {
            return known.here();
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unexpected ? unexpected : new IllegalStateException(failure);
    }

    private CompletableFuture<Transport.Answer> send(Call<?> call) {
        return settings.credentials()
                .map(credentials -> credentials.token().toCompletableFuture().thenApply(Optional::of))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
                .thenCompose(token -> settings.transport().send(request(call, token)));
    }

    private Transport.Request request(Call<?> call, Optional<String> token) {
        var headers = new HashMap<>(call.headers());
        headers.put("User-Agent", settings.program());
        token.ifPresent(word -> headers.putIfAbsent("Authorization", "Bearer " + word));
        var uri = Query.below(settings.server(), call.path());
        return new Transport.Request(call.method(), uri, headers, call.body().orElse(NOTHING), settings.timeout());
    }

    private <T> T read(Call<T> call, Transport.Answer answer) {
        RateLimit.of(answer).ifPresent(limit::set);
        if (answer.status() >= 300) {
            var refusal = Refusals.of(answer);
            return call.otherwise().filter(nothing -> isUnknown(refusal)).orElseThrow(() -> refusal);
        }
        try {
            return call.reading().apply(answer);
        } catch (Json.Unreadable unreadable) {
            throw Refusals.unintelligible(answer, unreadable.getMessage(), unreadable);
        }
    }

    private static boolean isUnknown(ObolusException refusal) {
        return refusal instanceof ObolusException.Refused refused
                && refused.problem().is("not_found");
    }

    /** Where the list goes on; only on this server, for whoever answers the call gets the token. */
    private Optional<String> next(String path, Transport.Answer answer) {
        var here = Query.below(settings.server(), path);
        return answer.headers().getOrDefault("link", List.of()).stream()
                .flatMap(links -> NEXT.matcher(links).results())
                .map(found -> here.resolve(found.group(1)))
                .findFirst()
                .map(next -> onThisServer(answer, next));
    }

    private String onThisServer(Transport.Answer answer, URI next) {
        var base = Query.below(settings.server(), "/").toString();
        if (!next.toString().startsWith(base)) {
            throw Refusals.unintelligible(answer, "its list goes on at another server: " + next, null);
        }
        return next.toString().substring(base.length() - 1);
    }
}

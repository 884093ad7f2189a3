package org.obolus.identities;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.obolus.web.Fetched;
import org.obolus.web.GuardedClient;
import org.obolus.web.WebUrl;

/**
 * Carries look-ups to platforms, with a token that our application there takes for itself where that is wanted. Each is kept
 * until the platform refuses it, by this server alone. Fails as a visit to any site does, or with {@link PersonRefused}.
 */
@ApplicationScoped
class CallDirectory {

    private static final int UNAUTHORIZED = 401;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GuardedClient client;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    CallDirectory(GuardedClient client) {
        this.client = client;
    }

    /** The answer, good or not; a token that was kept and is refused is replaced once. */
    Uni<Fetched> get(Directory directory, WebUrl url) {
        return directory
                .tokenSource()
                .map(source -> withToken(directory, source, url))
                .orElseGet(() -> client.get(url, directory.headers()));
    }

    private Uni<Fetched> withToken(Directory directory, Directory.TokenSource source, WebUrl url) {
        var kept = tokens.get(directory.kind());
        return kept == null
                ? withANewOne(directory, source, url)
                : with(directory, kept, url)
                        .chain(answer -> answer.status() == UNAUTHORIZED
                                ? withANewOne(directory, source, url)
                                : Uni.createFrom().item(answer));
    }

    private Uni<Fetched> withANewOne(Directory directory, Directory.TokenSource source, WebUrl url) {
        return CallPlatform.send(client, source.request())
                .map(CallDirectory::token)
                .invoke(token -> tokens.put(directory.kind(), token))
                .chain(token -> with(directory, token, url));
    }

    private Uni<Fetched> with(Directory directory, String token, WebUrl url) {
        return client.get(url, directory.headers(Optional.of(token)));
    }

    private static String token(Fetched answer) {
        if (!answer.isOk()) {
            throw new PersonRefused.NotAnswered(answer.finalUrl(), answer.status());
        }
        return said(answer)
                .filter(token -> token.matches("[\\x21-\\x7e]+"))
                .orElseThrow(() -> new PersonRefused.NotUnderstood(answer.finalUrl()));
    }

    private static Optional<String> said(Fetched answer) {
        try {
            return Optional.of(JSON.readTree(answer.body()).path("access_token").asText());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}

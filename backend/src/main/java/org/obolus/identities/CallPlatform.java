package org.obolus.identities;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.obolus.web.FetchRefused;
import org.obolus.web.Fetched;
import org.obolus.web.GuardedClient;
import org.obolus.web.UrlRefused;
import org.obolus.web.WebUrl;

/** Carries what OAuth has to say to a platform through the guarded client. Fails with {@link LogInRefused}. */
@ApplicationScoped
class CallPlatform {

    private static final byte[] NOTHING = {};
    private static final Map<String, String> JSON = Map.of("Accept", "application/json");

    private final GuardedClient client;

    CallPlatform(GuardedClient client) {
        this.client = client;
    }

    /** The text of a good answer. */
    Uni<String> get(LogInPlatform platform, WebUrl url) {
        return get(platform, url, Map.of());
    }

    Uni<String> get(LogInPlatform platform, WebUrl url, Map<String, String> headers) {
        var all = new HashMap<>(JSON);
        all.putAll(headers);
        return asked(platform, client.ask(url, HttpMethod.GET, all, NOTHING)).map(answer -> text(platform, answer));
    }

    /** The answer, good or not. */
    Uni<Fetched> send(LogInPlatform platform, HTTPRequest request) {
        return asked(platform, send(client, request));
    }

    /** The same for whoever has another word for failures, those of the client. */
    static Uni<Fetched> send(GuardedClient client, HTTPRequest request) {
        var headers = new HashMap<>(JSON);
        request.getHeaderMap().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        var body = request.getBody() == null ? NOTHING : request.getBody().getBytes(StandardCharsets.UTF_8);
        var method = HttpMethod.valueOf(request.getMethod().name());
        return Uni.createFrom()
                .deferred(() -> client.ask(WebUrl.of(request.getURI().toString()), method, headers, body));
    }

    private static <T> Uni<T> asked(LogInPlatform platform, Uni<T> answer) {
        return answer.onFailure(failure -> failure instanceof FetchRefused && !(failure instanceof FetchRefused.Busy)
                        || failure instanceof UrlRefused)
                .transform(refused -> new LogInRefused.NotAnswered(platform, refused.getMessage()));
    }

    private static String text(LogInPlatform platform, Fetched answer) {
        if (!answer.isOk()) {
            Log.infof("%s answered %d at %s", platform.name(), answer.status(), answer.finalUrl());
            throw new LogInRefused.NotUnderstood(platform);
        }
        return answer.text();
    }
}

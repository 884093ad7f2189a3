package org.obolus.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.obolus.web.GuardedClient;
import org.obolus.web.WebUrl;

/** Says something in public as an account of the operator's. */
@ApplicationScoped
class Posts {

    /** For how long a platform surely knows a post again; Mastodon does for an hour. */
    static final Duration KEEPS_KEYS = Duration.ofMinutes(50);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final GuardedClient client;

    Posts(GuardedClient client) {
        this.client = client;
    }

    /** A post in the platform's own form. */
    record Post(String address, String type, String body) {}

    /** Where a server keeps the key, as Mastodon does for an hour, a post whose answer was lost is not made again. */
    Uni<Integer> make(Post post, String authorization, String key) {
        var headers = Map.of("Content-Type", post.type(), "Authorization", authorization, "Idempotency-Key", key);
        return client.post(WebUrl.of(post.address()), headers, post.body().getBytes(UTF_8), PATIENCE);
    }
}

package org.obolus.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import org.obolus.web.GuardedClient;
import org.obolus.web.WebUrl;

/** Posts as an account on a Mastodon server. */
@ApplicationScoped
class MastodonChannel implements NoticeChannel {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final NoticesConfig.Mastodon config;
    private final GuardedClient client;

    MastodonChannel(NoticesConfig config, GuardedClient client) {
        this.config = config.mastodon();
        this.client = client;
    }

    @Override
    public String name() {
        return "mastodon";
    }

    @Override
    public boolean isOn() {
        return config.server().isPresent() && config.token().isPresent();
    }

    /** The server keeps the key for an hour, so that a post whose answer was lost is not made again. */
    @Override
    public Uni<Integer> say(Notice notice, String id) {
        var headers = Map.of(
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                "Bearer " + config.token().orElseThrow(),
                "Idempotency-Key",
                id);
        var body = "status=" + URLEncoder.encode(notice.words(), UTF_8);
        return client.post(
                WebUrl.of(config.server().orElseThrow() + "/api/v1/statuses"), headers, body.getBytes(UTF_8), PATIENCE);
    }
}

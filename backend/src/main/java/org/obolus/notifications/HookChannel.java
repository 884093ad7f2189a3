package org.obolus.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.obolus.web.GuardedClient;
import org.obolus.web.HookSignature;
import org.obolus.web.WebUrl;

/** Tells a program of the operator, signed as the web hooks of apps are. */
@ApplicationScoped
class HookChannel implements NoticeChannel {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PREFIX = "whsec_";

    private final NoticesConfig.Hook config;
    private final GuardedClient client;
    private final Clock clock;

    HookChannel(NoticesConfig config, GuardedClient client, Clock clock) {
        this.config = config.hook();
        this.client = client;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "hook";
    }

    @Override
    public boolean isOn() {
        return config.url().isPresent() && config.secret().isPresent();
    }

    @Override
    public Uni<Integer> say(Notice notice, String id) {
        var now = clock.instant();
        var body = body(notice, now.toString());
        var secret = Base64.getDecoder().decode(config.secret().orElseThrow().replace(PREFIX, ""));
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(now.getEpochSecond()),
                "webhook-signature",
                HookSignature.of(secret, id, now.getEpochSecond(), body));
        return client.post(WebUrl.of(config.url().orElseThrow()), headers, body.getBytes(UTF_8), PATIENCE);
    }

    private static String body(Notice notice, String timestamp) {
        var data = new JsonObject()
                .put("identity", notice.identity())
                .put("shown", notice.shown())
                .put("supporters", notice.supporters())
                .put("waiting_micros", notice.waitingMicros())
                .put("url", notice.url());
        return new JsonObject()
                .put("type", "shares.waiting")
                .put("timestamp", timestamp)
                .put("data", data)
                .encode();
    }
}

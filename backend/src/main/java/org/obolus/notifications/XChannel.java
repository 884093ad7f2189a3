package org.obolus.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.obolus.web.GuardedClient;
import org.obolus.web.WebUrl;

/** Posts as an account on X. */
@ApplicationScoped
class XChannel implements NoticeChannel {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final NoticesConfig.X config;
    private final GuardedClient client;

    XChannel(NoticesConfig config, GuardedClient client) {
        this.config = config.x();
        this.client = client;
    }

    @Override
    public String name() {
        return "x";
    }

    @Override
    public boolean isOn() {
        return config.token().isPresent();
    }

    @Override
    public Uni<Integer> say(Notice notice, String id) {
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + config.token().orElseThrow());
        var body = new JsonObject().put("text", notice.words()).encode();
        return client.post(WebUrl.of(config.server() + "/2/tweets"), headers, body.getBytes(UTF_8), PATIENCE);
    }
}

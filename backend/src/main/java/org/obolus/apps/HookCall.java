package org.obolus.apps;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.obolus.web.FetchRefused;
import org.obolus.web.GuardedClient;

/** One message on its way: signed as Standard Webhooks asks, or in the form that Flattr's partners know. */
@ApplicationScoped
class HookCall {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final GuardedClient client;
    private final Clock clock;

    HookCall(GuardedClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** The status of the answer; fails with {@link FetchRefused} when there is none. */
    Uni<Integer> to(HookEndpoint endpoint, HookDelivery delivery) {
        var timestamp = clock.instant().getEpochSecond();
        var isForm = delivery.event().equals(HookEndpoint.PARTNER_EVENT);
        var body = isForm ? form(new JsonObject(delivery.data())) : delivery.body();
        var headers = Map.of(
                "Content-Type", isForm ? "application/x-www-form-urlencoded" : "application/json",
                "webhook-id", delivery.id(),
                "webhook-timestamp", Long.toString(timestamp),
                "webhook-signature", endpoint.sign(delivery.id(), timestamp, body));
        return client.post(endpoint.url(), headers, body.getBytes(UTF_8), PATIENCE);
    }

    static String form(JsonObject fields) {
        return fields.stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(String.valueOf(field.getValue()), UTF_8))
                .collect(Collectors.joining("&"));
    }
}

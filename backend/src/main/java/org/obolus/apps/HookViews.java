package org.obolus.apps;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.obolus.web.WebUrl;

/** Web hooks as they go over the wire. */
final class HookViews {

    private HookViews() {}

    /** One with an app is told of the people who let it; the public key checks the signatures that begin with v1a. */
    @Schema(name = "Hook")
    record Hook(
            long id,
            UUID app,
            WebUrl url,
            List<String> events,
            String partnerOf,
            String publicKey,
            Instant failingSince,
            Instant disabledAt,
            String disabledFor,
            Instant createdAt) {

        static Hook of(HookEndpoint endpoint) {
            return new Hook(
                    endpoint.id(),
                    endpoint.app().orElse(null),
                    endpoint.url(),
                    endpoint.events(),
                    endpoint.partnerOf().orElse(null),
                    endpoint.keys().publicText(),
                    endpoint.failingSince().orElse(null),
                    endpoint.disabled().map(HookEndpoint.Disabled::at).orElse(null),
                    endpoint.disabled().map(HookEndpoint.Disabled::reason).orElse(null),
                    endpoint.createdAt());
        }
    }

    /** The secret checks the signatures that begin with v1; it is not shown again. */
    @Schema(name = "HookMade")
    record Made(@JsonUnwrapped Hook hook, String secret) {

        static Made of(Hooks.Made made) {
            return new Made(Hook.of(made.endpoint()), made.secret());
        }
    }

    @Schema(name = "HookDelivery")
    record Delivery(
            long number,
            String id,
            String event,

            @JsonRawValue @Schema(implementation = Object.class)
            String data,

            Instant happenedAt,
            String state,
            int attempts,
            Instant triedAt,
            Integer status,
            String failure,
            Instant dueAt) {

        static Delivery of(HookDelivery delivery) {
            return new Delivery(
                    delivery.number(),
                    delivery.id(),
                    delivery.event(),
                    delivery.data(),
                    delivery.happenedAt(),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.triedAt().orElse(null),
                    delivery.status().orElse(null),
                    delivery.failure().orElse(null),
                    delivery.dueAt().orElse(null));
        }
    }
}

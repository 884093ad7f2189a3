package org.obolus.identities;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;

/** Asks a platform whose token it gave; the token is used for that alone and kept nowhere. */
@ApplicationScoped
class AskWhoCame {

    private final CallPlatform call;
    private final ObjectMapper json;

    AskWhoCame(CallPlatform call, ObjectMapper json) {
        this.call = call;
        this.json = json;
    }

    /** Fails with {@link LogInRefused}. */
    Uni<PlatformUser> with(String token, LogInPlatform platform, PlatformEndpoints endpoints, PlatformApp app) {
        var headers = new HashMap<>(platform.headers(app));
        headers.put("Authorization", "Bearer " + token);
        return call.get(platform, endpoints.user(), headers).map(text -> read(platform, text));
    }

    private PlatformUser read(LogInPlatform platform, String text) {
        try {
            return new WhoCame(platform, json.readTree(text)).user();
        } catch (IOException | IllegalArgumentException unbelievable) {
            throw new LogInRefused.NotUnderstood(platform);
        }
    }
}

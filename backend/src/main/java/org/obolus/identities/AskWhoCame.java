package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Optional;

/** Asks a platform whose token it gave; the token is used for that alone and kept nowhere. */
@ApplicationScoped
class AskWhoCame {

    private final CallPlatform call;

    AskWhoCame(CallPlatform call) {
        this.call = call;
    }

    /** Fails with {@link LogInRefused}. */
    Uni<PlatformUser> with(String token, LogInPlatform platform, PlatformEndpoints endpoints, PlatformApp app) {
        var headers = new HashMap<>(platform.headers(app));
        headers.put("Authorization", "Bearer " + token);
        return call.get(platform, endpoints.user(), headers).map(said -> read(platform, said));
    }

    private static PlatformUser read(LogInPlatform platform, String said) {
        try {
            var answer = ReadPerson.read(platform.directory(), platform.name(), Optional.empty(), said);
            answer.home().flatMap(home -> home.platform().server()).ifPresent(home -> {
                throw new LogInRefused.OfAnotherServer(platform, home);
            });
            return answer.user().orElseThrow(() -> new LogInRefused.NotUnderstood(platform));
        } catch (IllegalArgumentException | PersonRefused.NotAPerson unbelievable) {
            throw new LogInRefused.NotUnderstood(platform);
        }
    }
}

package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.obolus.web.Neighbourhood;

/** Begins log-ins on the server that people typed, or on the one that the domain of their whole address names as theirs. */
@ApplicationScoped
class BeginOnServer {

    private final LogInPlatforms platforms;
    private final PlatformLogIns logIns;
    private final AskWebFinger webFinger;

    BeginOnServer(LogInPlatforms platforms, PlatformLogIns logIns, AskWebFinger webFinger) {
        this.platforms = platforms;
        this.logIns = logIns;
        this.webFinger = webFinger;
    }

    /** Fails with {@link LogInRefused}, or with TooManyRequests. */
    Uni<PlatformLogIns.Begun> begin(String kind, String typed, Neighbourhood here) {
        var platform = platforms.named(kind, typed);
        return logIns.begin(platform, here)
                .onFailure(LogInRefused.NotAServer.class)
                .recoverWithUni(refused -> named(platform, typed, here)
                        .chain(server -> server.map(there -> logIns.begin(there, here))
                                .orElseGet(() -> Uni.createFrom().failure(refused))));
    }

    private Uni<Optional<LogInPlatform>> named(LogInPlatform platform, String typed, Neighbourhood here) {
        return Typed.of(typed)
                .onAServer()
                .flatMap(said -> PlatformHandle.of(platform.name(), said.handle()))
                .map(handle -> webFinger.server("address:" + here.name(), platform.directory(), handle))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(server -> server.map(name -> platforms.named(name.value())));
    }
}

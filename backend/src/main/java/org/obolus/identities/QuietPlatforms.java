package org.obolus.identities;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.obolus.web.Fetched;
import org.obolus.web.WebUrl;

/** Platforms that have said until when they answer nothing more; they are not asked before that. */
@ApplicationScoped
class QuietPlatforms {

    private static final Set<Integer> REFUSALS = Set.of(403, 429);
    private static final int TOO_OFTEN = 429;
    private static final Duration UNTIL_NOTHING_IS_SAID = Duration.ofMinutes(1);
    /** Whatever they say: after that they are asked once more. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Clock clock;
    private final Cache<PlatformName, Instant> quiet =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LONGEST).build();

    QuietPlatforms(Clock clock) {
        this.clock = clock;
    }

    /** @throws PersonRefused.AskedTooOften when it has to be left alone for now */
    void require(PlatformName platform, WebUrl asked) {
        var until = quiet.getIfPresent(platform);
        if (until != null && until.isAfter(clock.instant())) {
            throw new PersonRefused.AskedTooOften(asked, until);
        }
    }

    /** @throws PersonRefused.AskedTooOften when that is all that it says; an answer that was the last one for now is one */
    void hear(PlatformName platform, WebUrl asked, Fetched fetched) {
        until(fetched).ifPresent(until -> {
            quiet.put(platform, until);
            if (REFUSALS.contains(fetched.status())) {
                throw new PersonRefused.AskedTooOften(asked, until);
            }
        });
    }

    private Optional<Instant> until(Fetched fetched) {
        var now = clock.instant();
        var said = RateLimitHeaders.until(fetched, now).filter(now::isBefore);
        var until = fetched.status() == TOO_OFTEN ? said.or(() -> Optional.of(now.plus(UNTIL_NOTHING_IS_SAID))) : said;
        return until.map(then -> then.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : then);
    }
}

package org.obolus.notifications;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Posts as an account on X, with a mention of whoever is on X. */
@ApplicationScoped
class XChannel implements NoticeChannel {

    /** As identities have always named it. */
    private static final String PLATFORM = "twitter";

    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,15}");

    private final NoticesConfig.X config;
    private final Posts posts;
    private final Clock clock;

    XChannel(NoticesConfig config, Posts posts, Clock clock) {
        this.config = config.x();
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "x";
    }

    @Override
    public boolean isOn() {
        return config.access().isPresent();
    }

    @Override
    public Uni<Integer> say(Notice notice, String id) {
        var words = notice.words(notice.whoever().flatMap(XChannel::mention).orElseGet(notice::named));
        var address = config.server() + "/2/tweets";
        var signed = config.access()
                .orElseThrow()
                .authorization(
                        "POST",
                        address,
                        UUID.randomUUID().toString(),
                        clock.instant().getEpochSecond());
        var post = new Posts.Post(
                address, "application/json", new JsonObject().put("text", words).encode());
        return posts.make(post, signed, id);
    }

    @Override
    public Duration repeatsFor() {
        return Posts.KEEPS_KEYS;
    }

    private static Optional<String> mention(Notice.Person person) {
        return person.plainHandle()
                .filter(handle -> person.platform().equals(PLATFORM)
                        && HANDLE.matcher(handle).matches())
                .map(handle -> "@" + handle);
    }
}

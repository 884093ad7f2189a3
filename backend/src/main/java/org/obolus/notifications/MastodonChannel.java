package org.obolus.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Optional;

/** Posts as an account on a Mastodon server, with a mention of whoever is on Mastodon. */
@ApplicationScoped
class MastodonChannel implements NoticeChannel {

    private static final String PLATFORM = "mastodon:";

    private final NoticesConfig.Mastodon config;
    private final Posts posts;

    MastodonChannel(NoticesConfig config, Posts posts) {
        this.config = config.mastodon();
        this.posts = posts;
    }

    @Override
    public String name() {
        return "mastodon";
    }

    @Override
    public boolean isOn() {
        return config.server().isPresent() && config.token().isPresent();
    }

    @Override
    public Uni<Integer> say(Notice notice, String id) {
        var words =
                notice.words(notice.whoever().flatMap(MastodonChannel::mention).orElseGet(notice::named));
        var post = new Posts.Post(
                config.server().orElseThrow() + "/api/v1/statuses",
                "application/x-www-form-urlencoded",
                "status=" + URLEncoder.encode(words, UTF_8));
        return posts.make(post, "Bearer " + config.token().orElseThrow(), id);
    }

    @Override
    public Duration repeatsFor() {
        return Posts.KEEPS_KEYS;
    }

    private static Optional<String> mention(Notice.Person person) {
        return person.plainHandle()
                .filter(handle -> person.platform().startsWith(PLATFORM))
                .map(handle -> "@" + handle + "@" + person.platform().substring(PLATFORM.length()));
    }
}

package org.obolus.notifications;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import org.obolus.web.GuardedClient;
import org.obolus.web.WebUrl;

/** A platform that takes a post and does not say so. */
record LostAnswers(GuardedClient client, String address) implements NoticeChannel {

    @Override
    public String name() {
        return "mastodon";
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public Uni<Integer> say(Notice notice, String id) {
        return client.post(WebUrl.of(address), Map.of(), new byte[0], Duration.ofMillis(500));
    }

    @Override
    public Duration repeatsFor() {
        return Posts.KEEPS_KEYS;
    }
}

package org.obolus.notifications;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Platforms that take their time with an answer. */
final class SlowChannels {

    private final List<String> names;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> goOn = new CompletableFuture<>();

    SlowChannels(List<String> names) {
        this.names = names;
    }

    List<NoticeChannel> all() {
        return names.stream().map(this::channel).toList();
    }

    List<String> said() {
        return said;
    }

    void goOn() {
        goOn.complete(200);
    }

    private NoticeChannel channel(String name) {
        return new NoticeChannel() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean isOn() {
                return true;
            }

            @Override
            public Uni<Integer> say(Notice notice, String id) {
                said.add(id);
                return Uni.createFrom().completionStage(goOn);
            }
        };
    }
}

package org.obolus.buttons;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;

/** Bitmaps of badges, painted away from the threads that answer, and kept as long as there is room. */
@ApplicationScoped
class BadgePictures {

    /** Of one or two kilobytes each; of the numbers that are shown, few are asked for again and again. */
    private static final int KEPT = 4_000;

    private final Vertx vertx;
    private final Cache<Look, byte[]> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /** All that a bitmap depends on: many numbers look the same. */
    private record Look(Badge.Size size, boolean isCounted, String number, int scale) {}

    BadgePictures(Vertx vertx) {
        this.vertx = vertx;
    }

    Uni<byte[]> png(Badge badge, int scale) {
        var look = new Look(badge.size(), badge.count().isPresent(), badge.number(), scale);
        var found = kept.getIfPresent(look);
        return found != null ? Uni.createFrom().item(found) : painted(badge, look);
    }

    private Uni<byte[]> painted(Badge badge, Look look) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(
                                () -> kept.get(look, unseen -> BadgePng.paint(badge, unseen.scale())), false)
                        .toCompletionStage());
    }
}

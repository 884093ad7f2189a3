package org.obolus.client;

import java.util.concurrent.CompletableFuture;

/** What the caller says about themselves, and what of it others see; nothing, before they choose so. Each answer comes later. */
public final class AsyncProfiles {

    private static final String HERE = "/api/v1/profile";
    private static final String PICTURE = HERE + "/picture";

    private final Line line;

    AsyncProfiles(Line line) {
        this.line = line;
    }

    /** Later what {@link Profiles#mine()} answers. */
    public CompletableFuture<Profile> mine() {
        return line.ask(Call.get(HERE, Json.as(Profile.class)));
    }

    /** Later what {@link Profiles#change(ProfileChange)} answers. */
    public CompletableFuture<Profile> change(ProfileChange change) {
        return line.ask(Call.patch(HERE, change.body(), Json.as(Profile.class)));
    }

    /** Later what {@link Profiles#changePicture(byte[])} answers. */
    public CompletableFuture<Void> changePicture(byte[] picture) {
        return line.ask(Call.put(PICTURE, picture));
    }

    /** Later what {@link Profiles#removePicture()} answers. */
    public CompletableFuture<Void> removePicture() {
        return line.ask(Call.delete(PICTURE));
    }
}

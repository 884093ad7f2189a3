package org.obolus.client;

/** What the caller says about themselves, and what of it others see; nothing, before they choose so. */
public final class Profiles {

    private final AsyncProfiles later;

    Profiles(AsyncProfiles later) {
        this.later = later;
    }

    /**
     * All of it.
     *
     * <p>Scope {@code profile} or {@code extendedread}.
     */
    public Profile mine() {
        return Line.await(later.mine());
    }

    /**
     * Changes what is named, and leaves the rest.
     *
     * <p>Scope {@code profile}. Problems: {@code invalid}.
     */
    public Profile change(ProfileChange change) {
        return Line.await(later.change(change));
    }

    /**
     * Gives a picture, a PNG or JPEG file; the server keeps a small copy.
     *
     * <p>Scope {@code profile}. Problems: {@code invalid}, {@code too_large}, {@code unsupported_media_type}.
     */
    public void changePicture(byte[] picture) {
        Line.await(later.changePicture(picture));
    }

    /**
     * Takes the picture away.
     *
     * <p>Scope {@code profile}.
     */
    public void removePicture() {
        Line.await(later.removePicture());
    }
}

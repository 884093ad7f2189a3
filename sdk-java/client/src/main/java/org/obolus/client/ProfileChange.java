package org.obolus.client;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What shall be different about the caller's profile; what is not named stays as it is, and an empty text takes away what
 * was there. Immutable.
 */
public final class ProfileChange {

    private final Map<String, Object> members;

    private ProfileChange(Map<String, Object> members) {
        this.members = Map.copyOf(members);
    }

    /** Nothing yet. */
    public static ProfileChange none() {
        return new ProfileChange(Map.of());
    }

    public ProfileChange firstName(String text) {
        return with("first_name", text);
    }

    public ProfileChange lastName(String text) {
        return with("last_name", text);
    }

    public ProfileChange about(String text) {
        return with("about", text);
    }

    public ProfileChange city(String text) {
        return with("city", text);
    }

    public ProfileChange country(String text) {
        return with("country", text);
    }

    public ProfileChange url(Optional<URI> homepage) {
        return with("url", homepage.map(URI::toString).orElse(""));
    }

    /** Whether others see these words. */
    public ProfileChange showsProfile(boolean wanted) {
        return with("shows_profile", wanted);
    }

    /** Whether others see what the caller flattrs. */
    public ProfileChange showsGiven(boolean wanted) {
        return with("shows_given", wanted);
    }

    /** Whether others see who flattrs the caller's things, as far as those show it themselves. */
    public ProfileChange showsReceived(boolean wanted) {
        return with("shows_received", wanted);
    }

    Body body() {
        var body = Body.empty();
        members.forEach(body::with);
        return body;
    }

    private ProfileChange with(String name, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new ProfileChange(more);
    }
}

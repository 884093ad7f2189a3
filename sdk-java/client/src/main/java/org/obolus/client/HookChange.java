package org.obolus.client;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What shall be different about a web hook; what is not named stays as it is. Immutable. */
public record HookChange(Optional<URI> url, Optional<List<String>> events, Optional<Boolean> enabled) {

    public HookChange {
        events = events.map(List::copyOf);
    }

    /** Nothing yet. */
    public static HookChange none() {
        return new HookChange(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public HookChange url(URI address) {
        return new HookChange(Optional.of(address), events, enabled);
    }

    /** These and no others. */
    public HookChange events(String... names) {
        return new HookChange(url, Optional.of(List.of(names)), enabled);
    }

    /** Switches it off, or on again. */
    public HookChange enabled(boolean wanted) {
        return new HookChange(url, events, Optional.of(wanted));
    }

    Body body() {
        return Body.empty().with("url", url).with("events", events).with("enabled", enabled);
    }
}

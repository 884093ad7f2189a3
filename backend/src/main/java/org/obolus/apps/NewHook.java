package org.obolus.apps;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.obolus.web.WebUrl;

/** An endpoint that somebody wants: what is to be told there, of whose people, or whose partner it is. */
record NewHook(WebUrl url, Set<HookEvent> events, Optional<UUID> app, Optional<String> partnerOf) {

    static NewHook of(WebUrl url, Set<HookEvent> events) {
        return new NewHook(url, events, Optional.empty(), Optional.empty());
    }

    static NewHook of(UUID app, WebUrl url, Set<HookEvent> events) {
        return new NewHook(url, events, Optional.of(app), Optional.empty());
    }

    static NewHook ofThePartner(String host, WebUrl url) {
        return new NewHook(url, Set.of(), Optional.empty(), Optional.of(host));
    }

    String[] eventNames() {
        return partnerOf.isPresent() ? new String[] {HookEndpoint.PARTNER_EVENT} : names(events);
    }

    static String[] names(Collection<HookEvent> events) {
        return events.stream().map(HookEvent::toString).toArray(String[]::new);
    }
}

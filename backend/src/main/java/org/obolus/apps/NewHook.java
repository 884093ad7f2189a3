package org.obolus.apps;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.obolus.web.WebUrl;

/** An endpoint that somebody wants: what is to be told there, or whose partner it is. */
record NewHook(WebUrl url, Set<HookEvent> events, Optional<String> partnerOf) {

    String[] eventNames() {
        return partnerOf.isPresent() ? new String[] {HookEndpoint.PARTNER_EVENT} : names(events);
    }

    static String[] names(Collection<HookEvent> events) {
        return events.stream().map(HookEvent::toString).toArray(String[]::new);
    }

    /** For the caller, whose token has to be one that could ask for all this itself. */
    List<HookEvent> asked() {
        return List.copyOf(events);
    }
}

package org.obolus.apps;

import java.util.HashMap;
import java.util.Map;
import org.obolus.accounts.BehindAProxy;

/** A server behind a proxy that answers few requests for tokens. */
public final class FewTokenRequests extends BehindAProxy {

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(super.getConfigOverrides());
        settings.put("obolus.apps.requests-here", "4");
        settings.put("obolus.apps.requests-of-one", "6");
        return settings;
    }
}

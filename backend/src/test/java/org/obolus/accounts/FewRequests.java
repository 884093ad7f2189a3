package org.obolus.accounts;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A server that lets few requests through. */
public final class FewRequests implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("obolus.limits.per-token", "3", "obolus.limits.per-address", "2", "obolus.limits.window", "30m");
    }
}

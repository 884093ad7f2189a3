package org.obolus.accounts;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A server behind a proxy that ends TLS and adds to X-Forwarded-For whom it saw. */
public class BehindAProxy implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "obolus.url", "https://obolus.example",
                "quarkus.http.proxy.proxy-address-forwarding", "true",
                "obolus.apps.registrations-here", "20");
    }
}

package org.obolus.web;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** The configuration as the server has it, with what a test changes. */
final class FetchSettings {

    private FetchSettings() {}

    static FetchConfig inProduction(String... changes) {
        var values = new HashMap<>(Map.of("obolus.url", "https://obolus.example"));
        for (var i = 0; i < changes.length; i += 2) {
            values.put("obolus.fetch." + changes[i], changes[i + 1]);
        }
        var config = new SmallRyeConfigBuilder().addDiscoveredConverters().addDefaultInterceptors();
        values.forEach(config::withDefaultValue);
        return config.withMapping(FetchConfig.class).build().getConfigMapping(FetchConfig.class);
    }

    static FetchConfig inDevelopment(String... changes) {
        var all = new String[changes.length + 2];
        System.arraycopy(changes, 0, all, 0, changes.length);
        all[changes.length] = "loopback";
        all[changes.length + 1] = "true";
        return inProduction(all);
    }
}

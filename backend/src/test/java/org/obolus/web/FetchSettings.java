package org.obolus.web;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

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

    /** With time enough for a machine that is busy with other tests. */
    static FetchConfig inDevelopment(String... changes) {
        var all = Stream.concat(Stream.of("loopback", "true", "timeout", "30s"), Stream.of(changes));
        return inProduction(all.toArray(String[]::new));
    }
}

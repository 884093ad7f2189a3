package org.obolus.identities;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The platforms that come with this server, with what an operator would set and their addresses on this machine. */
final class PlatformsInTests {

    private static final String PRESETS = "/META-INF/microprofile-config.properties";

    private PlatformsInTests() {}

    /**
     * @param moved what addresses of a platform begin with, and what they begin with here
     * @param set what the operator has set, without {@code obolus.platforms.}
     */
    static PlatformsConfig with(Map<String, String> moved, Map<String, String> set) {
        var values = new HashMap<String, String>();
        presets().forEach((name, value) -> values.put(name.toString(), moved(value.toString(), moved)));
        set.forEach((name, value) -> values.put("obolus.platforms." + name, value));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(values, "presets", 100))
                .withMapping(PlatformsConfig.class)
                .build()
                .getConfigMapping(PlatformsConfig.class);
    }

    /** As it comes with this server. */
    static Optional<String> preset(String name) {
        return Optional.ofNullable(presets().getProperty(name));
    }

    static String moved(String value, Map<String, String> moved) {
        var here = value;
        for (var entry : moved.entrySet()) {
            here = here.replace(entry.getKey(), entry.getValue());
        }
        return here;
    }

    private static Properties presets() {
        var presets = new Properties();
        try (var file = PlatformsConfig.class.getResourceAsStream(PRESETS)) {
            presets.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return presets;
    }
}

package org.obolus.identities;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server whose platforms are all on this machine: those of the presets, with nothing changed but the hosts of their addresses. */
public final class PlatformsHere implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<String, String>();
        var platform = APlatform.start();
        System.setProperty(APlatform.ADDRESS, platform);
        for (var flavour : Flavour.values()) {
            settings.putAll(settings(flavour.path().substring(1), platform));
        }
        settings.put("obolus.platforms.half.authorization", platform + "/half/authorize");
        settings.put("obolus.platforms.half.token", platform + "/half/token");
        settings.put("obolus.platforms.half.client-id", APlatform.CLIENT);
        settings.put("obolus.claims.log-ins-here", "100000");
        settings.put("obolus.claims.registrations-here", "100000");
        return settings;
    }

    /** Nothing but the hosts of the addresses, and what every operator has to set. */
    public static Map<String, String> settings(String name, String platform) {
        var prefix = "obolus.platforms." + name + ".";
        var settings = new HashMap<String, String>();
        for (var address : List.of("registration", "authorization", "token", "user")) {
            PlatformsInTests.preset(prefix + address)
                    .ifPresent(preset -> settings.put(prefix + address, moved(preset, platform)));
        }
        if (!settings.containsKey(prefix + "registration")) {
            settings.put(prefix + "client-id", APlatform.CLIENT);
            settings.put(prefix + "client-secret", APlatform.SECRET);
        }
        return settings;
    }

    /** The name of a host begins the path here; a server of many that people type is on this machine by itself. */
    private static String moved(String preset, String platform) {
        var front = preset.startsWith("https://{server}") ? "http://" : platform + "/";
        return PlatformsInTests.moved(preset, Map.of("https://", front));
    }
}

package org.obolus.identities;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** A server whose platforms are all on this machine: those of the presets, with nothing changed but their addresses. */
public final class PlatformsHere implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<String, String>();
        var platform = APlatform.start();
        System.setProperty(APlatform.ADDRESS, platform);
        for (var flavour : Flavour.values()) {
            moved(settings, flavour, platform);
        }
        settings.put("obolus.platforms.half.authorization", platform + "/github/authorize");
        settings.put("obolus.platforms.half.token", platform + "/github/token");
        settings.put("obolus.platforms.half.client-id", APlatform.CLIENT);
        settings.put("obolus.claims.log-ins-here", "100000");
        settings.put("obolus.claims.registrations-here", "100000");
        return settings;
    }

    /** Nothing but the addresses, and what every operator has to set. */
    private static void moved(Map<String, String> settings, Flavour flavour, String platform) {
        var prefix = "obolus.platforms." + flavour.path().substring(1) + ".";
        if (flavour == Flavour.MASTODON) {
            settings.put(prefix + "registration", "http://{server}/api/v1/apps");
            settings.put(prefix + "authorization", "http://{server}/oauth/authorize");
            settings.put(prefix + "token", "http://{server}/oauth/token");
            settings.put(prefix + "user", "http://{server}/api/v1/accounts/verify_credentials");
            return;
        }
        settings.put(prefix + "client-id", APlatform.CLIENT);
        settings.put(prefix + "client-secret", APlatform.SECRET);
        settings.put(prefix + "authorization", platform + flavour.path() + "/authorize");
        settings.put(prefix + "token", platform + flavour.path() + "/token");
        settings.put(prefix + "user", platform + flavour.path() + "/me");
    }
}

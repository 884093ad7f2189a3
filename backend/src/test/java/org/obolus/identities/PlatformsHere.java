package org.obolus.identities;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/** A server whose platforms are all on this machine: those of the presets, and one that was added by its settings alone. */
public final class PlatformsHere implements QuarkusTestProfile {

    private static final String PEOPLE = """
            {"tokenCallbacks": [{"issuerId": "acme", "tokenExpiry": 120, "requestMappings": [
                {"requestParam": "grant_type", "match": "authorization_code", "claims": {
                    "sub": "acme|olive", "preferred_username": "olive", "name": "Olive Oyl"}}]}]}""";

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<String, String>();
        var platform = APlatform.start();
        System.setProperty(APlatform.ADDRESS, platform);
        for (var flavour : Flavour.values()) {
            moved(settings, flavour, platform);
        }
        added(settings);
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

    private static void added(Map<String, String> settings) {
        var acme = "obolus.platforms.acme.";
        settings.put(acme + "name", "Acme");
        settings.put(acme + "issuer", issuer());
        settings.put(acme + "client-id", APlatform.CLIENT);
        settings.put(acme + "client-secret", APlatform.SECRET);
        settings.put(acme + "scope", "openid profile");
        settings.put(acme + "fields.id", "/sub");
        settings.put(acme + "fields.handle", "/preferred_username");
        settings.put(acme + "profiles", "https://acme.example/{handle}");
    }

    private static String issuer() {
        try {
            var server = new MockOAuth2Server(OAuth2Config.Companion.fromJson(PEOPLE));
            server.start(InetAddress.getByName("127.0.0.1"), 0);
            return "http://127.0.0.1:" + server.url("/").port() + "/acme";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

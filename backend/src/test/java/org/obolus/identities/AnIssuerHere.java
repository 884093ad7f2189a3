package org.obolus.identities;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.obolus.testing.IssuerProcess;
import org.obolus.testing.NameServerProcess;

/** A server with platforms that are set up by their issuer alone, in each way in which applications prove themselves. */
public final class AnIssuerHere implements QuarkusTestProfile {

    static final List<String> PLATFORMS = List.of("acme-post", "acme-basic", "acme-none");

    /** Its issuer ends in a slash, as many do. */
    static final String SLASHED = "slashed";

    /** Its issuer says that it is another one. */
    static final String LIAR = "liar";

    /** Nothing listens at its issuer. */
    static final String GONE = "gone";

    /** Of everybody in an hour. */
    static final int REGISTRATIONS = 3;

    private static final String ADDRESS = "obolus.test.issuer";
    private static final String SLASHED_ADDRESS = "obolus.test.slashed-issuer";
    static final String SERVER = "http://localhost:8080";

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(Map.of("obolus.url", SERVER + "/", "obolus.claims.log-ins-here", "100000"));
        settings.put("obolus.claims.registrations-here", "100000");
        settings.put("obolus.claims.registrations", Integer.toString(REGISTRATIONS));
        PLATFORMS.forEach(platform -> set(settings, platform, address()));
        set(settings, SLASHED, slashedAddress());
        set(settings, LIAR, address().replace("127.0.0.1", "localhost"));
        set(settings, GONE, "http://127.0.0.1:" + NameServerProcess.freePort());
        return settings;
    }

    /** Listens where the server asks. */
    static IssuerProcess issuer() {
        return issuer(address(), Stream.concat(PLATFORMS.stream(), Stream.of(LIAR)));
    }

    static IssuerProcess slashedIssuer() {
        return issuer(slashedAddress(), Stream.of(SLASHED));
    }

    private static IssuerProcess issuer(String address, Stream<String> platforms) {
        return IssuerProcess.at(
                address,
                platforms
                        .map(platform -> SERVER + "/claim/" + platform + "/back")
                        .toList());
    }

    /** As the operating manual says it of a platform that nobody here has heard of. */
    private static void set(Map<String, String> settings, String platform, String issuer) {
        var prefix = "obolus.platforms." + platform + ".";
        var authentication = platform.startsWith("acme-") ? platform.substring("acme-".length()) : "post";
        settings.put(prefix + "name", platform);
        settings.put(prefix + "issuer", issuer);
        settings.put(prefix + "client-id", "obolus-" + authentication);
        settings.put(prefix + "client-authentication", authentication);
        settings.put(prefix + "scope", "openid profile");
        settings.put(prefix + "fields.id", "/sub");
        settings.put(prefix + "fields.handle", "/preferred_username");
        settings.put(prefix + "profiles", "https://" + platform + ".example/{handle}");
        if (!authentication.equals("none")) {
            settings.put(prefix + "client-secret", APlatform.SECRET);
        }
    }

    /** The class loaders of tests and profiles share nothing but properties. */
    private static String address() {
        return address(ADDRESS);
    }

    private static String slashedAddress() {
        return address(SLASHED_ADDRESS) + "/";
    }

    private static String address(String property) {
        return (String) System.getProperties()
                .computeIfAbsent(property, unset -> "http://127.0.0.1:" + NameServerProcess.freePort());
    }
}

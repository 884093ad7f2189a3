package org.obolus.identities;

import com.nimbusds.oauth2.sdk.Scope;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.obolus.identities.PlatformsConfig.ClientAuthentication;
import org.obolus.web.WebUrl;

/** A platform, or one server of a platform of many, by which people log in to show who they are. */
record LogInPlatform(PlatformName name, PlatformsConfig.Platform settings) {

    private static final String SERVER = "{server}";

    static boolean isSwitchedOn(PlatformsConfig.Platform settings) {
        var hasAddresses = settings.issuer().isPresent()
                || settings.authorization().isPresent() && settings.token().isPresent();
        return hasAddresses
                && (application(settings).isPresent() || settings.registration().isPresent());
    }

    /** Our application there that the operator has set; an id alone, as look-ups may want it, is none that has a secret. */
    static Optional<PlatformApp> application(PlatformsConfig.Platform settings) {
        var isPublic = settings.clientAuthentication() == ClientAuthentication.NONE;
        return settings.clientId()
                .filter(id -> isPublic || settings.clientSecret().isPresent())
                .map(id -> new PlatformApp(id, settings.clientSecret().filter(secret -> !isPublic)));
    }

    /** The secret of an application that registered itself; the one that the operator has set is written down nowhere. */
    Optional<String> ownSecret(PlatformApp app) {
        return application(settings).isPresent() ? Optional.empty() : app.secret();
    }

    /** For people: {@code GitHub}, and the server where there are many. */
    String shown() {
        return name.server()
                .map(server -> server.page("https", "/").displayHost())
                .or(settings::name)
                .orElse(name.kind());
    }

    /** Where people come back to: one address for each platform, so that no answer is taken for another's (RFC 9700, 4.4). */
    URI wayBack(String ourServer) {
        return URI.create(ourServer + ClaimPages.HERE + "/" + name + "/" + ClaimPages.BACK);
    }

    /** What it says of its people is read as at a look-up. */
    Directory directory() {
        return new Directory(name.kind(), settings);
    }

    Optional<Scope> scope() {
        return settings.scope().map(Scope::parse);
    }

    Optional<String> issuer() {
        return settings.issuer().map(this::filled);
    }

    /** An address of the configuration, with the server in it. */
    Optional<WebUrl> address(Optional<String> setting) {
        return setting.map(this::filled).map(WebUrl::of);
    }

    Map<String, String> headers(PlatformApp app) {
        return settings.headers().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().replace("{client-id}", app.id())));
    }

    boolean isBasic() {
        return settings.clientAuthentication() == ClientAuthentication.BASIC;
    }

    private String filled(String setting) {
        return setting.replace(SERVER, name.server().map(SiteHost::value).orElse(""));
    }
}

package org.obolus.identities;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.obolus.web.WebUrl;

/** Where the people of a platform are looked up, as the configuration has it. */
record Directory(String kind, PlatformsConfig.Platform settings) {

    private static final String SERVER = "{server}";

    /** For people. */
    String name() {
        return settings.name().orElse(kind);
    }

    /** Many, one of which somebody is on, Mastodon's way; decided here for all that is done with a platform. */
    boolean hasServers() {
        return Stream.of(settings.lookup(), settings.authorization(), settings.issuer())
                .flatMap(Optional::stream)
                .anyMatch(address -> address.contains(SERVER));
    }

    /** Whether it answers who has a handle without a token, or with the one that the operator has. */
    boolean canLookUp() {
        return settings.lookup().isPresent() && headersAreComplete();
    }

    boolean canLookUpById() {
        return settings.lookupById().isPresent() && headersAreComplete();
    }

    /** @param written a handle, or one with its domain behind it */
    WebUrl lookUp(PlatformName platform, String written) {
        return address(settings.lookup().orElseThrow(), platform, "{handle}", written);
    }

    /** Where the domain of a handle says on which server it is; empty where there is but one. */
    Optional<WebUrl> webFinger(PlatformHandle handle) {
        return settings.webFinger()
                .filter(template -> hasServers())
                .map(template -> address(template, handle.platform(), "{account}", "acct:" + handle.account()));
    }

    WebUrl lookUp(PlatformUserId user) {
        return address(settings.lookupById().orElseThrow(), user.platform(), "{id}", user.id());
    }

    /** Our application that takes a token for look-ups, and where; empty where the operator has set one, or no application. */
    Optional<TokenSource> tokenSource() {
        return settings.lookupTokenFrom()
                .filter(from -> settings.lookupToken().isEmpty())
                .flatMap(from -> LogInPlatform.application(settings)
                        .filter(app -> app.secret().isPresent())
                        .map(app -> new TokenSource(app, URI.create(from), isBasic())));
    }

    /** Where an application asks for a token of its own, and how it shows who it is. */
    record TokenSource(PlatformApp app, URI address, boolean isBasic) {

        HTTPRequest request() {
            return app.asking(address, new ClientCredentialsGrant(), isBasic).toHTTPRequest();
        }
    }

    private boolean isBasic() {
        return settings.clientAuthentication() == PlatformsConfig.ClientAuthentication.BASIC;
    }

    /** What a request carries, with everything in it that the operator has set. */
    Map<String, String> headers() {
        return headers(settings.lookupToken());
    }

    /** @param token what look-ups are allowed by */
    Map<String, String> headers(Optional<String> token) {
        var headers = new HashMap<String, String>();
        headers.put("Accept", "application/json");
        settings.headers().forEach((name, value) -> headers.put(name, filled(value, token)));
        settings.lookupHeaders().forEach((name, value) -> headers.put(name, filled(value, token)));
        settings.optionalHeaders().entrySet().stream()
                .filter(header -> isComplete(header.getValue()))
                .forEach(header -> headers.put(header.getKey(), filled(header.getValue(), token)));
        return headers;
    }

    /** How many look-ups in an hour the platform puts up with. */
    int lookUps() {
        return hasToken() ? settings.lookupsWithToken().orElse(settings.lookups()) : settings.lookups();
    }

    /** The addresses of profiles, as {@link ProfilePattern} reads them. */
    List<ProfilePattern> profiles() {
        return settings.profiles().orElse(List.of()).stream()
                .map(template -> new ProfilePattern(this, template))
                .toList();
    }

    /** Where somebody's profile is by the first pattern for those who have a handle, or who have none. */
    Optional<WebUrl> profile(PlatformName platform, Optional<String> handle, String id) {
        return settings.profiles().orElse(List.of()).stream()
                .filter(template -> handle.isPresent() || !template.contains("{handle}"))
                .findFirst()
                .map(template -> WebUrl.of(onServer(template, platform)
                        .replace("{handle}", PlatformUserId.encoded(handle.orElse("")))
                        .replace("{id}", PlatformUserId.encoded(id))));
    }

    private boolean headersAreComplete() {
        return Stream.concat(settings.headers().values().stream(), settings.lookupHeaders().values().stream())
                .allMatch(this::isComplete);
    }

    private boolean isComplete(String value) {
        return (!value.contains("{lookup-token}") || hasToken())
                && (!value.contains("{client-id}") || settings.clientId().isPresent());
    }

    private boolean hasToken() {
        return settings.lookupToken().isPresent() || tokenSource().isPresent();
    }

    private String filled(String value, Optional<String> token) {
        return value.replace("{lookup-token}", token.orElse(""))
                .replace("{client-id}", settings.clientId().orElse(""));
    }

    private static WebUrl address(String template, PlatformName platform, String hole, String value) {
        return WebUrl.of(onServer(template, platform).replace(hole, PlatformUserId.encoded(value)));
    }

    private static String onServer(String template, PlatformName platform) {
        return template.replace(SERVER, platform.server().map(SiteHost::value).orElse(""));
    }
}

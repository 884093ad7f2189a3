package org.obolus.identities;

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

    /** What a request carries, with everything in it that the operator has set. */
    Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        headers.put("Accept", "application/json");
        settings.headers().forEach((name, value) -> headers.put(name, filled(value)));
        settings.lookupHeaders().forEach((name, value) -> headers.put(name, filled(value)));
        settings.optionalHeaders().entrySet().stream()
                .filter(header -> isComplete(header.getValue()))
                .forEach(header -> headers.put(header.getKey(), filled(header.getValue())));
        return headers;
    }

    /** How many look-ups in an hour the platform puts up with. */
    int lookUps() {
        return settings.lookupToken().isPresent()
                ? settings.lookupsWithToken().orElse(settings.lookups())
                : settings.lookups();
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
        return (!value.contains("{lookup-token}") || settings.lookupToken().isPresent())
                && (!value.contains("{client-id}") || settings.clientId().isPresent());
    }

    private String filled(String value) {
        return value.replace("{lookup-token}", settings.lookupToken().orElse(""))
                .replace("{client-id}", settings.clientId().orElse(""));
    }

    private static WebUrl address(String template, PlatformName platform, String hole, String value) {
        return WebUrl.of(onServer(template, platform).replace(hole, PlatformUserId.encoded(value)));
    }

    private static String onServer(String template, PlatformName platform) {
        return template.replace(SERVER, platform.server().map(SiteHost::value).orElse(""));
    }
}

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

    /** One of many servers, Mastodon's way. */
    boolean hasServers() {
        return Stream.of(settings.lookup(), settings.authorization())
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

    WebUrl lookUp(PlatformHandle handle) {
        return address(settings.lookup().orElseThrow(), handle.platform(), "{handle}", handle.value());
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
        return headers;
    }

    /** The addresses of profiles, as {@link ProfilePattern} reads them. */
    List<ProfilePattern> profiles() {
        return settings.profiles().orElse(List.of()).stream()
                .map(template -> new ProfilePattern(this, template))
                .toList();
    }

    /** Where somebody's profile is by its first pattern. */
    Optional<WebUrl> profile(PlatformName platform, String handle, String id) {
        return settings.profiles()
                .flatMap(all -> all.stream().findFirst())
                .map(template -> WebUrl.of(onServer(template, platform)
                        .replace("{handle}", PlatformUserId.encoded(handle))
                        .replace("{id}", PlatformUserId.encoded(id))));
    }

    private boolean headersAreComplete() {
        return Stream.concat(settings.headers().values().stream(), settings.lookupHeaders().values().stream())
                .allMatch(value -> (!value.contains("{lookup-token}")
                                || settings.lookupToken().isPresent())
                        && (!value.contains("{client-id}")
                                || settings.clientId().isPresent()));
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

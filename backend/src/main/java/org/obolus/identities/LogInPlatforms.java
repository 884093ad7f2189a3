package org.obolus.identities;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.obolus.problems.Unacceptable;
import org.obolus.web.UrlRefused;

/** The platforms by which people can log in: those of the configuration that have an application of ours there. */
@ApplicationScoped
class LogInPlatforms {

    private final PlatformsConfig config;

    LogInPlatforms(PlatformsConfig config) {
        this.config = config;
    }

    /** What people choose from. */
    record Choice(String kind, String shown, boolean hasServers) {}

    List<Choice> all() {
        return config.platforms().entrySet().stream()
                .filter(entry -> LogInPlatform.isSwitchedOn(entry.getValue()))
                .map(entry -> new Directory(entry.getKey(), entry.getValue()))
                .map(one -> new Choice(one.kind(), one.name(), one.hasServers()))
                .sorted(Comparator.comparing(Choice::hasServers).thenComparing(Choice::shown))
                .toList();
    }

    /**
     * The platform of that name, {@code github} or {@code mastodon:social.example}.
     *
     * @throws LogInRefused.NoSuchPlatform when nobody can log in by it
     */
    LogInPlatform named(String written) {
        try {
            var name = new PlatformName(written);
            return Optional.ofNullable(config.platforms().get(name.kind()))
                    .filter(LogInPlatform::isSwitchedOn)
                    .map(settings -> new LogInPlatform(name, settings))
                    .filter(platform ->
                            platform.directory().hasServers() == name.server().isPresent())
                    .orElseThrow(() -> new LogInRefused.NoSuchPlatform(written));
        } catch (IllegalArgumentException nobody) {
            throw new LogInRefused.NoSuchPlatform(written);
        }
    }

    /**
     * The same on a server that somebody typed, or their whole address there.
     *
     * @throws Unacceptable.Invalid when that is no server
     */
    LogInPlatform named(String kind, String server) {
        return named(kind + ":" + serverOf(server));
    }

    /** What people call it, switched on or not. */
    String shown(PlatformName name) {
        var settings = config.platforms().get(name.kind());
        return settings == null ? name.value() : new LogInPlatform(name, settings).shown();
    }

    private static SiteHost serverOf(String written) {
        try {
            var stripped = written.strip();
            var host = stripped.contains("://") ? stripped : stripped.split("/", 2)[0];
            var server = SiteHost.of(host.contains("://") ? host : host.substring(host.lastIndexOf('@') + 1));
            return new PlatformName("any:" + server).server().orElseThrow();
        } catch (UrlRefused | IllegalArgumentException unreadable) {
            throw new Unacceptable.Invalid(
                    ClaimPages.SERVER,
                    "Name the server that you are on, or your whole address, like @you@social.example.");
        }
    }
}

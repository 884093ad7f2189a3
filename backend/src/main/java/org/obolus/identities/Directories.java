package org.obolus.identities;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.obolus.web.WebUrl;

/** All platforms whose people this server can be asked about. */
@ApplicationScoped
class Directories {

    private final List<Directory> all;
    private final List<ProfilePattern> profiles;

    Directories(PlatformsConfig config) {
        all = config.platforms().entrySet().stream()
                .map(entry -> new Directory(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Directory::kind))
                .toList();
        profiles =
                all.stream().flatMap(directory -> directory.profiles().stream()).toList();
    }

    /** By the name that identities have for it, or by what people call it. */
    Optional<Directory> called(String written) {
        var name = written.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(one -> one.kind().equals(name)
                        || one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    Optional<Directory> of(PlatformName platform) {
        return all.stream()
                .filter(one -> one.kind().equals(platform.kind())
                        && one.hasServers() == platform.server().isPresent())
                .findFirst();
    }

    /** What people call a platform, also one that nobody has set up any more. */
    String nameOf(PlatformName platform) {
        return of(platform).map(Directory::name).orElse(platform.kind());
    }

    /**
     * Whom a handle means; empty for what is none.
     *
     * @throws PersonRefused when it is one, but not to be understood
     */
    Optional<PlatformHandle> handle(Typed typed) {
        var onAServer = typed.onAServer();
        if (onAServer.isPresent()) {
            return Optional.of(onAServer(onAServer.get(), typed));
        }
        return typed.onAPlatform()
                .flatMap(said -> called(said.platform()).map(directory -> onAPlatform(directory, said.rest())))
                .or(() -> typed.address().isPresent() ? Optional.empty() : ambiguous(typed));
    }

    private PlatformHandle onAServer(Typed.OnAServer said, Typed typed) {
        if (!said.isMarked()) {
            throw new PersonRefused.ByMail(typed.toString());
        }
        return all.stream()
                .filter(one -> one.canLookUp() && one.hasServers())
                .findFirst()
                .flatMap(one -> PlatformHandle.of(one, said.handle(), said.server()))
                .orElseThrow(() -> new PersonRefused.NoSuchPlatform(said.server()));
    }

    private static PlatformHandle onAPlatform(Directory directory, String rest) {
        if (!directory.canLookUp()) {
            throw new PersonRefused.NoSuchPlatform(directory.name());
        }
        if (!directory.hasServers()) {
            return PlatformHandle.of(new PlatformName(directory.kind()), rest)
                    .orElseThrow(() -> new PersonRefused.NoSuchPerson(directory.name(), rest));
        }
        return Typed.of(rest)
                .onAServer()
                .flatMap(said -> PlatformHandle.of(directory, said.handle(), said.server()))
                .orElseThrow(() -> new PersonRefused.WhichPlatform(rest, List.of()));
    }

    /** A name alone is offered with each platform where it could be somebody's. */
    private Optional<PlatformHandle> ambiguous(Typed typed) {
        var choices = all.stream()
                .filter(one -> one.canLookUp() && !one.hasServers())
                .filter(one -> PlatformHandle.of(new PlatformName(one.kind()), typed.bare())
                        .isPresent())
                .map(one -> new PersonRefused.WhichPlatform.Choice(one.name(), one.kind() + ":" + typed.bare()))
                .toList();
        if (PlatformHandle.of(new PlatformName("any"), typed.bare()).isEmpty()) {
            throw new PersonRefused.Unreadable();
        }
        throw new PersonRefused.WhichPlatform(typed.bare(), choices);
    }

    /** Whose profile this would be; a host that belongs to one platform is none of another's servers. */
    Optional<ProfilePattern.Profile> profile(WebUrl address) {
        var there = ProfilePattern.bareHost(address);
        return matching(address, there, true)
                .or(() -> isOfOnePlatform(there) ? Optional.empty() : matching(address, there, false));
    }

    private boolean isOfOnePlatform(String there) {
        return profiles.stream().anyMatch(pattern -> pattern.isOfOneHost() && pattern.isOn(there));
    }

    private Optional<ProfilePattern.Profile> matching(WebUrl address, String there, boolean ofOneHost) {
        return profiles.stream()
                .filter(pattern -> pattern.isOfOneHost() == ofOneHost)
                .flatMap(pattern -> pattern.read(address, there).stream())
                .findFirst();
    }
}

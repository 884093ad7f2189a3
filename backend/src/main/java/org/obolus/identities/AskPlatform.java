package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.obolus.web.FetchRefused;
import org.obolus.web.Fetched;
import org.obolus.web.GuardedClient;
import org.obolus.web.UrlRefused;
import org.obolus.web.VisitLimits;
import org.obolus.web.WebUrl;

/** Asks a platform's API who somebody is. Fails with {@link PersonRefused}, or as a visit to any site does. */
@ApplicationScoped
class AskPlatform {

    private static final Set<Integer> NOBODY = Set.of(400, 404, 410, 422);
    private static final int TOO_OFTEN = 429;

    private final Directories directories;
    private final GuardedClient client;
    private final VisitLimits limits;

    AskPlatform(Directories directories, GuardedClient client, VisitLimits limits) {
        this.directories = directories;
        this.client = client;
        this.limits = limits;
    }

    /** Whoever has a handle; where one server names another as theirs, that one is asked, and no third. */
    Uni<PlatformUser> about(String visitor, PlatformHandle handle) {
        return answer(visitor, handle)
                .chain(answer -> answer.home().isEmpty()
                        ? Uni.createFrom().item(answer)
                        : answer(visitor, answer.home().get()))
                .map(answer -> answer.user().orElseThrow(() -> nobody(handle.platform(), handle.toString())));
    }

    /** Whoever has an id, whatever they are called by now. */
    Uni<PlatformUser> about(String visitor, PlatformUserId id) {
        var directory = directories
                .of(id.platform())
                .filter(Directory::canLookUpById)
                .orElseThrow(
                        () -> new PersonRefused.NoSuchPlatform(id.platform().toString()));
        var url = directory.lookUp(id);
        return ask(visitor, directory, url)
                .map(fetched -> read(directory, id.platform(), Optional.empty(), url, fetched))
                .map(answer -> answer.user().orElseThrow(() -> nobody(id.platform(), id.id())))
                .invoke(user -> {
                    if (!user.id().equals(id.id())) {
                        throw new PersonRefused.NotUnderstood(url);
                    }
                });
    }

    private Uni<ReadPerson.Answer> answer(String visitor, PlatformHandle handle) {
        var directory = directories
                .of(handle.platform())
                .filter(Directory::canLookUp)
                .orElseThrow(
                        () -> new PersonRefused.NoSuchPlatform(handle.platform().toString()));
        var url = address(directory, handle);
        return ask(visitor, directory, url)
                .map(fetched ->
                        read(directory, handle.platform(), directory.settings().lookupAt(), url, fetched));
    }

    private Uni<Fetched> ask(String visitor, Directory directory, WebUrl url) {
        return limits.take(visitor, url)
                .chain(() -> client.get(url, directory.headers()))
                .onFailure(AskPlatform::isNoAnswer)
                .transform(refused -> new PersonRefused.NotUnderstood(url));
    }

    private static ReadPerson.Answer read(
            Directory directory, PlatformName platform, Optional<String> at, WebUrl url, Fetched fetched) {
        if (NOBODY.contains(fetched.status())) {
            return ReadPerson.Answer.NOBODY;
        }
        if (fetched.status() == TOO_OFTEN) {
            throw new PersonRefused.AskedTooOften(url);
        }
        if (!fetched.isOk()) {
            throw new PersonRefused.NotAnswered(url, fetched.status());
        }
        try {
            return ReadPerson.read(directory, platform, at, fetched);
        } catch (IllegalArgumentException unbelievable) {
            throw new PersonRefused.NotUnderstood(url);
        }
    }

    private WebUrl address(Directory directory, PlatformHandle handle) {
        try {
            return directory.lookUp(handle);
        } catch (UrlRefused tooLong) {
            throw nobody(handle.platform(), handle.toString());
        }
    }

    private PersonRefused nobody(PlatformName platform, String written) {
        var name = platform.server()
                .map(SiteHost::value)
                .or(() -> directories.of(platform).map(Directory::name))
                .orElse(platform.value());
        return new PersonRefused.NoSuchPerson(name, written);
    }

    /** An API sends nobody elsewhere, and says who somebody is in a few words. */
    private static boolean isNoAnswer(Throwable failure) {
        return failure instanceof FetchRefused.TooLarge
                || failure instanceof FetchRefused.LeadsAway
                || failure instanceof FetchRefused.LeadsNowhere
                || failure instanceof FetchRefused.TooManyRedirects;
    }
}

package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.obolus.web.FetchRefused;
import org.obolus.web.Fetched;
import org.obolus.web.UrlRefused;
import org.obolus.web.VisitLimits;
import org.obolus.web.WebUrl;

/** Asks a platform's API who somebody is. Fails with {@link PersonRefused}, or as a visit to any site does. */
@ApplicationScoped
class AskPlatform {

    private static final Set<Integer> NOBODY = Set.of(400, 404, 410, 422);

    private final Directories directories;
    private final CallDirectory call;
    private final AskWebFinger webFinger;
    private final VisitLimits visits;
    private final LookUpLimits lookUps;
    private final QuietPlatforms quiet;

    AskPlatform(
            Directories directories,
            CallDirectory call,
            AskWebFinger webFinger,
            VisitLimits visits,
            LookUpLimits lookUps,
            QuietPlatforms quiet) {
        this.directories = directories;
        this.call = call;
        this.webFinger = webFinger;
        this.visits = visits;
        this.lookUps = lookUps;
        this.quiet = quiet;
    }

    /** Whoever has a handle; where one server names another as theirs, that one is asked, and no third. */
    Uni<PlatformUser> about(String visitor, PlatformHandle handle) {
        return own(visitor, handle).chain(answer -> user(visitor, handle, answer));
    }

    /** The same for a handle whose domain may be another than its server, which the domain then names. */
    Uni<PlatformUser> aboutAddressee(String visitor, PlatformHandle handle) {
        return own(visitor, handle)
                .onFailure(AskPlatform::mayBeElsewhere)
                .recoverWithUni(refused -> elsewhere(visitor, handle, refused))
                .chain(answer -> user(visitor, handle, answer));
    }

    private Uni<ReadPerson.Answer> own(String visitor, PlatformHandle handle) {
        return answer(visitor, handle.platform(), handle.value()).invoke(answer -> {
            if (answer.equals(ReadPerson.Answer.NOBODY)) {
                throw nobody(handle);
            }
        });
    }

    private Uni<PlatformUser> user(String visitor, PlatformHandle handle, ReadPerson.Answer answer) {
        return answer.home()
                .map(home -> answer(visitor, home.platform(), home.value()))
                .orElseGet(() -> Uni.createFrom().item(answer))
                .map(said -> said.user().orElseThrow(() -> nobody(handle)));
    }

    /** That server has to know the whole address as one of its own, else anybody could call its people theirs. */
    private Uni<ReadPerson.Answer> elsewhere(String visitor, PlatformHandle handle, Throwable refused) {
        return webFinger
                .server(visitor, directory(handle.platform()), handle)
                .chain(server -> server.map(named -> answer(visitor, named, handle.account()))
                        .orElseGet(() -> Uni.createFrom().failure(refused)))
                .map(answer -> answer.home().isEmpty() ? answer : ReadPerson.Answer.NOBODY);
    }

    private static boolean mayBeElsewhere(Throwable refused) {
        return refused instanceof PersonRefused.NoSuchPerson
                || refused instanceof PersonRefused.NotUnderstood
                || refused instanceof PersonRefused.NotAnswered;
    }

    /** Whoever has an id, whatever they are called by now. */
    Uni<PlatformUser> about(String visitor, PlatformUserId id) {
        var directory = directories
                .of(id.platform())
                .filter(Directory::canLookUpById)
                .orElseThrow(
                        () -> new PersonRefused.NoSuchPlatform(id.platform().toString()));
        var url = directory.lookUp(id);
        return ask(visitor, directory, id.platform(), url)
                .map(fetched -> read(directory, id.platform(), Optional.empty(), url, fetched))
                .map(answer -> answer.user().orElseThrow(() -> nobody(id.platform(), id.id())))
                .invoke(user -> {
                    if (!user.id().equals(id.id())) {
                        throw new PersonRefused.NotUnderstood(url);
                    }
                });
    }

    private Uni<ReadPerson.Answer> answer(String visitor, PlatformName platform, String written) {
        var directory = directory(platform);
        var url = address(directory, platform, written);
        return ask(visitor, directory, platform, url)
                .map(fetched -> read(directory, platform, directory.settings().lookupAt(), url, fetched));
    }

    private Directory directory(PlatformName platform) {
        return directories
                .of(platform)
                .filter(Directory::canLookUp)
                .orElseThrow(() -> new PersonRefused.NoSuchPlatform(platform.toString()));
    }

    private Uni<Fetched> ask(String visitor, Directory directory, PlatformName platform, WebUrl url) {
        quiet.require(platform, url);
        return lookUps.take(visitor, directory, platform)
                .chain(() -> visits.take(visitor, url))
                .chain(() -> call.get(directory, url))
                .onFailure(AskPlatform::isNoAnswer)
                .transform(refused -> new PersonRefused.NotUnderstood(url))
                .invoke(fetched -> quiet.hear(platform, url, fetched));
    }

    private static ReadPerson.Answer read(
            Directory directory, PlatformName platform, Optional<String> at, WebUrl url, Fetched fetched) {
        if (NOBODY.contains(fetched.status())) {
            return ReadPerson.Answer.NOBODY;
        }
        if (!fetched.isOk()) {
            throw new PersonRefused.NotAnswered(url, fetched.status());
        }
        try {
            return ReadPerson.read(directory, platform, at, fetched.text());
        } catch (IllegalArgumentException unbelievable) {
            throw new PersonRefused.NotUnderstood(url);
        }
    }

    private WebUrl address(Directory directory, PlatformName platform, String written) {
        try {
            return directory.lookUp(platform, written);
        } catch (UrlRefused tooLong) {
            throw nobody(platform, written);
        }
    }

    private PersonRefused nobody(PlatformHandle handle) {
        return nobody(handle.platform(), handle.toString());
    }

    private PersonRefused nobody(PlatformName platform, String written) {
        var name = platform.server().map(SiteHost::value).orElseGet(() -> directories.nameOf(platform));
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

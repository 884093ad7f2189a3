package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.obolus.accounts.AccountId;
import org.obolus.database.Transactions;
import org.obolus.problems.Problem;

/** Meets people of other platforms: whoever was not heard of is asked about, and what was heard is written down. */
@ApplicationScoped
class MeetPeople {

    private static final Logger LOG = Logger.getLogger(MeetPeople.class);
    private static final String ANYBODY = "anybody";

    private final Transactions transactions;
    private final Directories directories;
    private final AskPlatform ask;
    private final PeopleSeen peopleSeen;
    private final Duration believed;

    MeetPeople(
            Transactions transactions,
            Directories directories,
            AskPlatform ask,
            PeopleSeen peopleSeen,
            IdentitiesConfig config) {
        this.transactions = transactions;
        this.directories = directories;
        this.ask = ask;
        this.peopleSeen = peopleSeen;
        this.believed = config.handlesBelieved();
    }

    /** Somebody by their id; their platform is asked only where nobody has met them here, and not for a stranger. */
    Uni<Found.Person> person(Optional<AccountId> visitor, PlatformUserId id) {
        return transactions
                .read(connection -> PlatformUsers.seen(connection, id))
                .chain(seen -> seen.isPresent()
                        ? Uni.createFrom().item(person(seen.get()))
                        : visitor.map(who -> ask.about(key(who), id).chain(this::keep))
                                .orElseThrow(() -> new PersonRefused.NotMetYet(
                                        id.platform().value())));
    }

    /** As {@link #person}, for their own page: whoever was not heard of for a day is asked about again. */
    Uni<Found.Person> onTheirPage(Optional<AccountId> visitor, PlatformUserId id) {
        return transactions
                .run(connection -> PlatformUsers.askAgain(connection, id))
                .chain(again -> again ? refreshed(visitor, id) : person(visitor, id));
    }

    /** What was known stays true enough where the platform does not answer. */
    private Uni<Found.Person> refreshed(Optional<AccountId> visitor, PlatformUserId id) {
        return Uni.createFrom()
                .deferred(() -> ask.about(visitor.map(MeetPeople::key).orElse(ANYBODY), id))
                .chain(this::keep)
                .onFailure(Problem.class)
                .invoke(refused -> LOG.infof("Not asked again about %s: %s", id.identity(), refused.getMessage()))
                .onFailure(Problem.class)
                .recoverWithUni(() -> person(visitor, id));
    }

    /** Whoever has a handle; the platform is asked unless it was a few minutes ago. */
    Uni<Found.Person> called(AccountId visitor, PlatformHandle handle) {
        return called(handle, () -> ask.about(key(visitor), handle));
    }

    /** The same for a handle as people write it, whose domain may be another than its server. */
    Uni<Found.Person> addressee(AccountId visitor, PlatformHandle handle) {
        return called(handle, () -> ask.aboutAddressee(key(visitor), handle));
    }

    private Uni<Found.Person> called(PlatformHandle handle, Supplier<Uni<PlatformUser>> asked) {
        return seenLast(handle)
                .chain(seen -> seen.isPresent() && seen.get().isFresh()
                        ? Uni.createFrom().item(person(seen.get()))
                        : asked.get().chain(this::keep));
    }

    /** For strangers, who have no platform asked: whoever was seen last under it, however long ago. */
    Uni<Optional<Found.Person>> lastCalled(PlatformHandle handle) {
        return seenLast(handle).map(seen -> seen.map(this::person));
    }

    private Uni<Optional<PlatformUsers.Seen>> seenLast(PlatformHandle handle) {
        return transactions.read(connection -> PlatformUsers.called(connection, handle, believed));
    }

    private Uni<Found.Person> keep(PlatformUser user) {
        return transactions.run(connection -> peopleSeen.keep(connection, user));
    }

    /** As they were seen before. */
    private Found.Person person(PlatformUsers.Seen seen) {
        return new Found.Person(seen.user(), directories.nameOf(seen.user().platform()), seen.identity());
    }

    private static String key(AccountId visitor) {
        return "account:" + visitor;
    }
}

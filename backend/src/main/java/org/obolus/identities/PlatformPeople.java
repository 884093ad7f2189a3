package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.EmailAddress;
import org.obolus.database.Transactions;
import org.obolus.web.FetchRefused;
import org.obolus.web.WebUrl;

/** People on other platforms: who has a handle, a profile or an id there. What was heard within the hour is not asked again. */
@ApplicationScoped
public class PlatformPeople {

    private final Transactions transactions;
    private final Directories directories;
    private final MeetPeople meet;
    private final KnownProfiles knownProfiles;
    private final NoProfiles noProfiles;
    private final PeopleByMail byMail;
    private final SealedAddresses sealedAddresses;
    private final Names names;

    PlatformPeople(
            Transactions transactions,
            Directories directories,
            MeetPeople meet,
            KnownProfiles knownProfiles,
            NoProfiles noProfiles,
            PeopleByMail byMail,
            SealedAddresses sealedAddresses,
            Names names) {
        this.transactions = transactions;
        this.directories = directories;
        this.meet = meet;
        this.knownProfiles = knownProfiles;
        this.noProfiles = noProfiles;
        this.byMail = byMail;
        this.sealedAddresses = sealedAddresses;
        this.names = names;
    }

    /**
     * Whom or what somebody means by what they typed: a handle with its platform, the address of a profile, an identity,
     * an address of e-mail, or that of any page. Fails with {@link PersonRefused}, or as a visit to a site does.
     */
    public Uni<Found> find(AccountId visitor, String written) {
        return Uni.createFrom().deferred(() -> {
            var typed = Typed.of(written);
            if (typed.identity().isPresent()) {
                return person(Optional.of(visitor), typed.identity().get()).map(Found.class::cast);
            }
            if (typed.mail().isPresent()) {
                return byMail.at(visitor, typed.mail().get()).map(Found.class::cast);
            }
            var handle = typed.isAddress() ? Optional.<PlatformHandle>empty() : directories.handle(typed);
            return handle.isPresent()
                    ? meet.addressee(visitor, handle.get()).map(Found.class::cast)
                    : at(visitor, typed);
        });
    }

    /**
     * Somebody by what an app or another site calls them: {@code github:user:id:583231}, {@code
     * email:alice@example.org}, or what a stranger with an address was sent on by; empty where it names nobody. Fails with
     * {@link PersonRefused}.
     */
    public Uni<Optional<Found.Somebody>> owner(Optional<AccountId> visitor, String written) {
        return Uni.createFrom().deferred(() -> {
            var id = PlatformUserId.of(written);
            return id.isPresent()
                    ? person(visitor, id.get()).map(Optional::<Found.Somebody>of)
                    : sealedAddresses
                            .open(written)
                            .or(() -> Typed.of(written).mail())
                            .map(email -> addressee(visitor, email))
                            .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
        });
    }

    private Uni<Optional<Found.Somebody>> addressee(Optional<AccountId> visitor, EmailAddress email) {
        return visitor.map(who -> byMail.at(who, email))
                .orElseThrow(() -> new PersonRefused.ByMailOfAStranger(sealedAddresses.seal(email)))
                .map(Optional::of);
    }

    /**
     * What people call those who receive: somebody on another platform by name and handle there, and nobody by an e-mail
     * address. What nobody calls otherwise is called as it is written.
     */
    public Uni<Map<IdentityName, String>> called(SqlClient client, Collection<IdentityName> identities) {
        return names.of(client, identities);
    }

    /** Somebody by their id; their platform is asked only where nobody has met them here, and not for a stranger. */
    public Uni<Found.Person> person(Optional<AccountId> visitor, PlatformUserId id) {
        return meet.person(visitor, id);
    }

    /** As {@link #person}, for their own page: whoever was not heard of for a day is asked about again. */
    public Uni<Found.Person> onTheirPage(Optional<AccountId> visitor, PlatformUserId id) {
        return meet.onTheirPage(visitor, id);
    }

    /**
     * Of many addresses those that look like profiles, with whoever is known to have them; no platform is asked. On the
     * caller's own site what nobody is known to have is a page as any other.
     *
     * @param ours the people whose pages here some of them are
     */
    public Uni<Map<WebUrl, Optional<Found.Person>>> known(
            SqlClient client, AccountId caller, Collection<WebUrl> addresses, Map<WebUrl, PlatformUserId> ours) {
        return knownProfiles.among(client, caller, addresses, ours);
    }

    /** Somebody with an e-mail address, by their number; fails with {@link PersonRefused.NoSuchAddressee}. */
    public Uni<Found.Addressee> addressee(AddresseeId id) {
        return byMail.numbered(id);
    }

    /**
     * Whose profile an address is, if it is one and its platform says so. A stranger causes no visit: for them it is
     * whoever was seen last under that name.
     */
    public Uni<Optional<Found.Person>> atProfile(Optional<AccountId> visitor, WebUrl address) {
        return directories
                .profile(address)
                .map(profile -> profile.isId() ? byId(visitor, profile) : byHandle(visitor, profile))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Found> at(AccountId visitor, Typed typed) {
        var address = typed.address().orElseThrow(PersonRefused.Unreadable::new);
        return atProfile(Optional.of(visitor), address)
                .map(person -> person.map(Found.class::cast).orElseGet(() -> new Found.Page(address)));
    }

    private Uni<Optional<Found.Person>> byId(Optional<AccountId> visitor, ProfilePattern.Profile profile) {
        var id = profile.id();
        return id.isEmpty() || !profile.directory().canLookUpById()
                ? Uni.createFrom().item(Optional.empty())
                : person(visitor, id.get())
                        .map(Optional::of)
                        .onFailure(PersonRefused.NoSuchPerson.class)
                        .recoverWithItem(Optional.empty());
    }

    private Uni<Optional<Found.Person>> byHandle(Optional<AccountId> visitor, ProfilePattern.Profile profile) {
        var handle = profile.handle()
                .filter(found -> profile.directory().canLookUp())
                .filter(found -> !noProfiles.has(found));
        if (handle.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return visitor.map(who -> asked(who, handle.get())).orElseGet(() -> meet.lastCalled(handle.get()));
    }

    private Uni<Optional<Found.Person>> asked(AccountId visitor, PlatformHandle handle) {
        return transactions
                .read(connection -> PlatformUsers.isKnown(connection, handle.platform()))
                .chain(known -> meet.called(visitor, handle)
                        .map(Optional::of)
                        .onFailure(refused -> isOfAPage(
                                refused, known || handle.platform().server().isEmpty()))
                        .recoverWithUni(() -> {
                            noProfiles.add(handle);
                            return Uni.createFrom().item(Optional.empty());
                        }));
    }

    /**
     * An address that only looks like a profile is a page as any other. A server that answers too late or too seldom may be
     * a platform all the same, and what is meant for its people is not to be given to its owner.
     */
    private static boolean isOfAPage(Throwable refused, boolean isPlatform) {
        return refused instanceof PersonRefused.NoSuchPerson
                || !isPlatform
                        && (refused instanceof PersonRefused.NotUnderstood
                                || refused instanceof PersonRefused.NotAnswered
                                || refused instanceof FetchRefused.PrivateAddress
                                || refused instanceof FetchRefused.UnusualPort
                                || refused instanceof FetchRefused.NoSuchSite);
    }

    /** What people call a platform. */
    public String name(PlatformName platform) {
        return directories.nameOf(platform);
    }
}

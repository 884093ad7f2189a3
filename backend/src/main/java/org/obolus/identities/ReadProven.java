package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Transactions;
import org.obolus.web.InWords;
import org.obolus.web.Secret;

/** Reads what there is to say to somebody who has shown who they are. */
@ApplicationScoped
class ReadProven {

    private final Transactions transactions;
    private final ClaimPerson claimPerson;
    private final LogInPlatforms platforms;
    private final IdentitiesConfig config;
    private final ClaimsConfig claimsConfig;
    private final Contests contests;
    private final Instance<WhatWaits> shares;

    ReadProven(
            Transactions transactions,
            ClaimPerson claimPerson,
            LogInPlatforms platforms,
            IdentitiesConfig config,
            ClaimsConfig claimsConfig,
            Contests contests,
            Instance<WhatWaits> shares) {
        this.transactions = transactions;
        this.claimPerson = claimPerson;
        this.platforms = platforms;
        this.config = config;
        this.claimsConfig = claimsConfig;
        this.contests = contests;
        this.shares = shares;
    }

    /** Whose the person is, seen by whoever looks. */
    enum Whose {
        NOBODYS,
        MINE,
        ANOTHERS,
        CONTESTED_BY_ME,
        CONTESTED_BY_OTHERS
    }

    /**
     * What the page says.
     *
     * @param platform as people call it
     * @param dueAt when it is decided, while two accounts claim it
     * @param waits for an operator, for no log-in decides it
     * @param contestLasts in words, for whoever would begin one
     * @param remembered in words, how long the browser can collect
     */
    record Shown(
            PlatformUser user,
            String platform,
            Whose whose,
            WhatWaits.Waiting waiting,
            Optional<Instant> dueAt,
            boolean waits,
            boolean optedOut,
            String contestLasts,
            String remembered) {

        public boolean isAt(String state) {
            return whose.name().equals(state);
        }

        /** {@code 42 people have}, {@code one person has}. */
        public String people() {
            var one = waiting.people() == 1;
            return one ? "One person has" : capital(InWords.counted(waiting.people(), "person"));
        }

        public String flattrs() {
            return InWords.counted(waiting.flattrs(), "flattr");
        }

        public LocalDate until() {
            return waiting.until().orElse(null);
        }

        private static String capital(String counted) {
            var words = counted.replace("persons", "people") + " have";
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }
    }

    Uni<Optional<Shown>> of(Secret secret, Optional<AccountId> me) {
        return claimPerson
                .proven(secret)
                .chain(found -> found.map(person -> shown(person, me).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Shown> shown(ProvenPerson person, Optional<AccountId> me) {
        return transactions.read(connection -> waiting(connection, person)
                .chain(waiting -> contests.current(connection, person.identity().id())
                        .map(contest -> new Shown(
                                person.user(),
                                platforms.shown(person.user().platform()),
                                whose(person.identity(), me, contest),
                                waiting,
                                contest.map(Contests.Contest::dueAt),
                                contest.filter(Contests.Contest::waits).isPresent(),
                                person.identity().isOptedOut(),
                                InWords.span(config.contestLasts()),
                                InWords.span(claimsConfig.proofLasts())))));
    }

    private Uni<WhatWaits.Waiting> waiting(SqlConnection connection, ProvenPerson person) {
        return shares.isUnsatisfied()
                ? Uni.createFrom().item(WhatWaits.Waiting.NOTHING)
                : shares.get().of(connection, person.user().identity());
    }

    private static Whose whose(Identity identity, Optional<AccountId> me, Optional<Contests.Contest> contest) {
        if (identity.owner().isEmpty()) {
            return Whose.NOBODYS;
        }
        var mine = me.filter(identity::belongsTo).isPresent();
        return contest.map(open -> mine || me.filter(open.challenger()::equals).isPresent()
                        ? Whose.CONTESTED_BY_ME
                        : Whose.CONTESTED_BY_OTHERS)
                .orElse(mine ? Whose.MINE : Whose.ANOTHERS);
    }
}

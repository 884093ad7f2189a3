package org.obolus.identities;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How sure it still is that a proven site is its owner's.
 *
 * @param silentSince since when nobody can say, because not everything that was looked at answers
 * @param lostAt when the claim ends unless the proof is back by then; the owner has been told
 */
record SiteStanding(Optional<Instant> silentSince, Optional<Instant> lostAt) {

    static final SiteStanding FIRM = new SiteStanding(Optional.empty(), Optional.empty());

    /** What a look at the site showed. */
    enum Sight {
        PROOF,
        NO_PROOF,
        SILENCE;

        static Sight of(Sighting sighting, Sought owner) {
            if (sighting.has(owner)) {
                return PROOF;
            }
            return sighting.isWhole() ? NO_PROOF : SILENCE;
        }
    }

    /** What is to be done about it. */
    enum Deed {
        NOTHING,
        TELL_OWNER,
        END_CLAIM
    }

    /** The standing after a look, when to look again, and what to do. */
    record Step(SiteStanding standing, Instant lookAt, Deed deed) {}

    Step after(Sight sight, Instant now, IdentitiesConfig times) {
        return switch (sight) {
            case PROOF -> new Step(FIRM, now.plus(times.looksAgainEvery()), Deed.NOTHING);
            case NO_PROOF -> new SiteStanding(Optional.empty(), lostAt).missing(now, times);
            case SILENCE -> new SiteStanding(Optional.of(silentSince.orElse(now)), lostAt).silent(now, times);
        };
    }

    /** A server that is down is no lost proof, until it has been down for very long. */
    private Step silent(Instant now, IdentitiesConfig times) {
        return isOver(silentSince.orElse(now), times.silenceCountsAfter(), now)
                ? missing(now, times)
                : new Step(this, now.plus(times.looksSoon()), Deed.NOTHING);
    }

    private Step missing(Instant now, IdentitiesConfig times) {
        if (lostAt.isEmpty()) {
            var told = new SiteStanding(silentSince, Optional.of(now.plus(times.lostAfterNotice())));
            return new Step(told, now.plus(times.looksSoon()), Deed.TELL_OWNER);
        }
        var isLost = !lostAt.get().isAfter(now);
        return new Step(this, now.plus(times.looksSoon()), isLost ? Deed.END_CLAIM : Deed.NOTHING);
    }

    private static boolean isOver(Instant since, Duration time, Instant now) {
        return !since.plus(time).isAfter(now);
    }
}

package org.obolus.client;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** What operators do in the time of review, and about contested sites. */
public final class Operators {

    private final AsyncOperators later;

    Operators(AsyncOperators later) {
        this.later = later;
    }

    /**
     * Makes a flattr count nowhere, with a reason that supporter and creator can read.
     *
     * <p>Scope {@code operator}. Problems: {@code forbidden}, {@code not_found}, {@code month_settled}.
     */
    public void makeVoid(AccountId supporter, YearMonth month, ThingId thing, String reason) {
        Line.await(later.makeVoid(supporter, month, thing, reason));
    }

    /**
     * Who flattred a thing in a month.
     *
     * <p>Scope {@code operator}. Problems: {@code forbidden}.
     */
    public Stream<GivenFlattr> flattrsOn(ThingId thing, YearMonth month) {
        return Page.stream(() -> later.flattrsOn(thing, month));
    }

    /**
     * The contests that are not decided, those that wait for an operator first.
     *
     * <p>Scope {@code operator}. Problems: {@code forbidden}.
     */
    public List<Contest> contests() {
        return Line.await(later.contests());
    }

    /**
     * Decides whose a contested site is, by the winner's username, with a reason that both sides can read.
     *
     * <p>Scope {@code operator}. Problems: {@code forbidden}, {@code not_found}, {@code invalid}.
     */
    public void decideContest(SiteHost host, String winner, String reason) {
        Line.await(later.decideContest(host, winner, reason));
    }

    /**
     * Decides whose a contested identity is, as {@link Contest#identity()} names it; also that of a person elsewhere.
     *
     * <p>Scope {@code operator}. Problems: {@code forbidden}, {@code not_found}, {@code invalid}.
     */
    public void decideContest(String identity, String winner, String reason) {
        Line.await(later.decideContest(identity, winner, reason));
    }

    /**
     * Settles a closed month now; asking again is harmless.
     *
     * <p>Scope {@code operator}. Problems: {@code forbidden}, {@code month_not_closed}, {@code pots_moving}.
     */
    public Settlement settle(YearMonth month) {
        return Line.await(later.settle(month));
    }
}

package org.obolus.client;

import java.time.YearMonth;
import java.util.stream.Stream;

/** What operators do in the time of review. */
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
     * Settles a closed month now; asking again is harmless.
     *
     * <p>Scope {@code operator}. Problems: {@code forbidden}, {@code month_not_closed}, {@code pots_moving}.
     */
    public Settlement settle(YearMonth month) {
        return Line.await(later.settle(month));
    }
}

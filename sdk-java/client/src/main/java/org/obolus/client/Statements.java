package org.obolus.client;

import java.time.YearMonth;
import java.util.List;

/** Where money went and came from, month by month. */
public final class Statements {

    private final AsyncStatements later;

    Statements(AsyncStatements later) {
        this.later = later;
    }

    /**
     * Every month and where it stands.
     *
     * <p>No scope, but any token.
     */
    public List<AccountingMonth> months() {
        return Line.await(later.months());
    }

    /**
     * What a flattr of the caller's is worth if the month ended now.
     *
     * <p>Scope {@code budget:read}.
     */
    public Worth worth() {
        return Line.await(later.worth());
    }

    /**
     * The caller's months in short, the newest first.
     *
     * <p>Scopes {@code budget:read} and {@code revenue:read}.
     */
    public List<MonthOverview> overview() {
        return Line.await(later.overview());
    }

    /**
     * Where the caller's money of a month went, share by share.
     *
     * <p>Scope {@code budget:read}.
     */
    public GivenStatement given(YearMonth month) {
        return Line.await(later.given(month));
    }

    /**
     * The same as a CSV file.
     *
     * <p>Scope {@code budget:read}.
     */
    public String givenCsv(YearMonth month) {
        return Line.await(later.givenCsv(month));
    }

    /**
     * What the caller received in a month, thing by thing.
     *
     * <p>Scope {@code revenue:read}.
     */
    public ReceivedStatement received(YearMonth month) {
        return Line.await(later.received(month));
    }

    /**
     * Every share that was received in a settled month, one by one and without names, as a CSV file.
     *
     * <p>Scope {@code revenue:read}.
     */
    public String receivedCsv(YearMonth month) {
        return Line.await(later.receivedCsv(month));
    }

    /**
     * What each thing brought, as a CSV file like Flattr's own reports.
     *
     * <p>Scope {@code revenue:read}.
     */
    public String thingsCsv(YearMonth month) {
        return Line.await(later.thingsCsv(month));
    }

    /**
     * What claims paid for a month's held shares, as a CSV file.
     *
     * <p>Scope {@code revenue:read}.
     */
    public String claimsCsv(YearMonth month) {
        return Line.await(later.claimsCsv(month));
    }
}

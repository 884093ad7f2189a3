package org.obolus.client;

import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where money went and came from, month by month. Each answer comes later. */
public final class AsyncStatements {

    private static final String HERE = "/api/v1/statements";
    private static final String GIVEN = HERE + "/given";
    private static final String RECEIVED = HERE + "/received";

    private final Line line;

    AsyncStatements(Line line) {
        this.line = line;
    }

    /** Later what {@link Statements#months()} answers. */
    public CompletableFuture<List<AccountingMonth>> months() {
        return line.ask(Call.get("/api/v1/months", Json.listOf(AccountingMonth.class)));
    }

    /** Later what {@link Statements#worth()} answers. */
    public CompletableFuture<Worth> worth() {
        return line.ask(Call.get("/api/v1/worth", Json.as(Worth.class)));
    }

    /** Later what {@link Statements#overview()} answers. */
    public CompletableFuture<List<MonthOverview>> overview() {
        return line.ask(Call.get(HERE, Json.listOf(MonthOverview.class)));
    }

    /** Later what {@link Statements#given(YearMonth)} answers. */
    public CompletableFuture<GivenStatement> given(YearMonth month) {
        return line.ask(Call.get(Query.path(GIVEN, month), Json.as(GivenStatement.class)));
    }

    /** Later what {@link Statements#givenCsv(YearMonth)} answers. */
    public CompletableFuture<String> givenCsv(YearMonth month) {
        return line.ask(Call.file(Query.path(GIVEN, month + ".csv")));
    }

    /** Later what {@link Statements#received(YearMonth)} answers. */
    public CompletableFuture<ReceivedStatement> received(YearMonth month) {
        return line.ask(Call.get(Query.path(RECEIVED, month), Json.as(ReceivedStatement.class)));
    }

    /** Later what {@link Statements#receivedCsv(YearMonth)} answers. */
    public CompletableFuture<String> receivedCsv(YearMonth month) {
        return line.ask(Call.file(Query.path(RECEIVED, month + ".csv")));
    }

    /** Later what {@link Statements#thingsCsv(YearMonth)} answers. */
    public CompletableFuture<String> thingsCsv(YearMonth month) {
        return line.ask(Call.file(Query.path(RECEIVED, month, "things.csv")));
    }

    /** Later what {@link Statements#claimsCsv(YearMonth)} answers. */
    public CompletableFuture<String> claimsCsv(YearMonth month) {
        return line.ask(Call.file(Query.path(RECEIVED, month, "claims.csv")));
    }
}

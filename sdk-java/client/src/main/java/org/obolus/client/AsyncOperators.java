package org.obolus.client;

import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What operators do in the time of review, and about contested sites. Each answer comes later. */
public final class AsyncOperators {

    private static final String HERE = "/api/v1/operator";

    private final Line line;

    AsyncOperators(Line line) {
        this.line = line;
    }

    /** Later what {@link Operators#makeVoid(AccountId, YearMonth, ThingId, String)} answers. */
    public CompletableFuture<Void> makeVoid(AccountId supporter, YearMonth month, ThingId thing, String reason) {
        var asked = Body.empty()
                .with("supporter", supporter)
                .with("month", month)
                .with("thing", thing)
                .with("reason", reason);
        return line.ask(Call.post(HERE + "/voids", asked, Json.nothing()).once());
    }

    /** Later what {@link Operators#flattrsOn(ThingId, YearMonth)} answers. */
    public CompletableFuture<Page<GivenFlattr>> flattrsOn(ThingId thing, YearMonth month) {
        return line.page(
                Query.path(HERE + "/things", thing, "flattrs") + new Query().with("month", month), GivenFlattr.class);
    }

    /** Later what {@link Operators#contests()} answers. */
    public CompletableFuture<List<Contest>> contests() {
        return line.ask(Call.get(HERE + "/contests", Json.listIn("items", Contest.class)));
    }

    /** Later what {@link Operators#decideContest(SiteHost, String, String)} answers. */
    public CompletableFuture<Void> decideContest(SiteHost host, String winner, String reason) {
        return decideContest(host.value(), winner, reason);
    }

    /** Later what {@link Operators#decideContest(String, String, String)} answers. */
    public CompletableFuture<Void> decideContest(String identity, String winner, String reason) {
        var asked = Body.empty().with("winner", winner).with("reason", reason);
        return line.ask(Call.post(Query.path(HERE + "/contests", identity, "decision"), asked, Json.nothing())
                .once());
    }

    /** Later what {@link Operators#settle(YearMonth)} answers. */
    public CompletableFuture<Settlement> settle(YearMonth month) {
        return line.ask(Call.post(Query.path(HERE + "/months", month, "settlement"), Json.as(Settlement.class)));
    }
}

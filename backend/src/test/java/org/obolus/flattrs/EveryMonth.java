package org.obolus.flattrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

/** Lets months pass for whoever subscribes, and reads what they brought. */
@ApplicationScoped
public class EveryMonth {

    static final String SUBSCRIPTIONS = "/api/v1/subscriptions";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SubscriptionJob job;
    private final TimeTravel time;
    private final Books books;

    EveryMonth(SubscriptionJob job, TimeTravel time, Books books) {
        this.job = job;
        this.time = time;
        this.books = books;
    }

    /** The next month begins, last month's pots move, and the run of the subscriptions has its turn. */
    public void next() {
        time.toTheNextMonth();
        time.doWhatIsDue();
        run();
    }

    public void run() {
        job.run().await().atMost(PATIENCE);
    }

    /** @param months as JSON has it, {@code null} for until it is stopped */
    public void subscribe(Person supporter, long thing, String months) {
        var answer = supporter
                .asks()
                .body("{\"thing\":" + thing + ",\"months\":" + months + "}")
                .post(SUBSCRIPTIONS)
                .statusCode();
        assertThat(answer).isIn(200, 201);
    }

    public void pause(Person supporter, long thing) {
        supporter.asks().post(SUBSCRIPTIONS + "/" + thing + "/pause").then().statusCode(200);
    }

    public void resume(Person supporter, long thing) {
        supporter.asks().post(SUBSCRIPTIONS + "/" + thing + "/resume").then().statusCode(200);
    }

    /** The latest subscription of this supporter that has not ended. */
    ValidatableResponse latestOf(Person supporter) {
        return supporter.asks().get(SUBSCRIPTIONS).then().statusCode(200).rootPath("items[0]");
    }

    /** In how many months this supporter flattred this thing. */
    long flattrs(Person supporter, long thing) {
        return books.number(
                "select count(*) from flattrs where supporter_id = ? and thing_id = ?", supporter.id(), thing);
    }
}

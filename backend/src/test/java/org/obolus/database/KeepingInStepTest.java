package org.obolus.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.obolus.testing.MovedByHand;

@QuarkusTest
class KeepingInStepTest {

    private static final String MARK =
            "select pg_snapshot_xmin(pg_current_snapshot())::text as mark where $1::text is not null";

    @Inject
    Transactions transactions;

    private final MovedByHand clock = new MovedByHand();

    @Test
    void waitsForAnotherReadWhereOneWasTooSlowToTellTheLatest() {
        var reads = new AtomicInteger();
        var feed = new ChangeFeed(transactions, clock, MARK, row -> {
            if (reads.incrementAndGet() == 1) {
                clock.move(Duration.ofSeconds(2));
            }
        });

        feed.untilFresh(Duration.ofSeconds(30)).await().atMost(Duration.ofSeconds(40));

        assertThat(feed.isFresh()).isTrue();
        assertThat(reads).hasValue(2);
    }
}

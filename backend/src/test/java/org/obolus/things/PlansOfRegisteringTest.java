package org.obolus.things;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.obolus.testing.Plan;

/** However many things and people there are. */
@QuarkusTest
class PlansOfRegisteringTest {

    @Inject
    Pool pool;

    @Test
    void readNoGrowingTableFromEndToEnd() {
        var plan = Plan.of(pool, RegisterThings.REGISTER);

        assertThat(plan.lines()).anyMatch(line -> line.contains("Index Cond"));
        assertThat(plan.readsWhole()).isEmpty();
    }
}

package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.obolus.testing.Plan;

/** What the pages read on which people find, claim and flattr one another, however many there are. */
@QuarkusTest
class PlansForPeopleTest {

    @Inject
    Pool pool;

    static Stream<String> statements() {
        return Stream.of(
                PlatformUsers.CALLED,
                PlatformUsers.BY_ID,
                PlatformUsers.IS_KNOWN,
                PlatformUsers.ASK_AGAIN,
                PeopleByMail.BY_ID,
                Names.PEOPLE,
                KnownProfiles.SEEN,
                ProvenPeople.FIND,
                MyPeople.MINE,
                Contests.CURRENT,
                IdentityRows.FIND,
                IdentityRows.OF_PAGE);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void readNoGrowingTableFromEndToEnd(String statement) {
        var plan = Plan.of(pool, statement);

        assertThat(plan.lines()).anyMatch(line -> line.contains("Index Cond"));
        // Few contests are open at a time.
        assertThat(plan.readsWhole()).allMatch(line -> line.contains("one_contest_at_a_time"));
    }
}

package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
                KnownProfiles.OWN,
                ProvenPeople.FIND,
                MyPeople.MINE,
                Contests.CURRENT,
                IdentityRows.FIND,
                IdentityRows.OF_PAGE);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void readNoGrowingTableFromEndToEnd(String statement) {
        var plan = pool.withTransaction(connection -> connection
                        .query("set local enable_seqscan = off")
                        .execute()
                        .chain(() -> connection
                                .query("explain (generic_plan) " + statement)
                                .execute()))
                .await()
                .atMost(Duration.ofSeconds(30));
        var lines = new ArrayList<String>();
        plan.forEach(row -> lines.add(row.getString(0)));

        assertThat(String.join("\n", lines)).contains("Index").doesNotContain("Seq Scan");
    }
}

package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegisteringManyTest {

    private static final String BULK = "/api/v1/things/bulk";

    private final Offline offline = Offline.with(Retries.NONE);

    @Test
    void takesACallForEachFiveHundred() {
        offline.on("POST", BULK, 200, outcomes("unchanged"));

        var outcomes = offline.client().things().registerAll(posts(1001));

        assertThat(outcomes).hasSize(3);
        assertThat(offline.requests())
                .extracting(request -> request.body().orElseThrow().split("\"url\"").length - 1)
                .containsExactly(500, 500, 1);
    }

    @Test
    void asksNothingForNothing() {
        assertThat(offline.client().things().registerAll(List.of())).isEmpty();
        assertThat(offline.requests()).isEmpty();
    }

    @Test
    void readsWhyOneWasRefused() {
        offline.on("POST", BULK, 200, outcomes("refused"));

        var outcome = offline.client().things().registerAll(posts(1)).get(0);

        assertThat(outcome.status()).isEqualTo(Outcome.Status.REFUSED);
        assertThat(outcome.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.is("invalid")).isTrue();
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.field()).contains("title");
        });
    }

    private static List<Flattrable> posts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Flattrable.at(URI.create("https://blog.example/" + i)))
                .toList();
    }

    private static String outcomes(String status) {
        return "{\"outcomes\": [{\"url\": \"https://blog.example/0\", \"status\": \"" + status + "\", \"thing\": null,"
                + " \"problem\": {\"type\": \"/problems/invalid\", \"title\": \"A value is not acceptable\","
                + " \"status\": 422, \"detail\": \"Too long.\", \"field\": \"title\"}}]}";
    }
}

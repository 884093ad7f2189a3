package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FetchingInTheServerTest {

    @Inject
    GuardedClient client;

    @TestHTTPResource("/q/health")
    URI health;

    @Test
    void reachesItsOwnMachineWhileDeveloping() {
        var url = WebUrl.of("http://obolus.localhost:" + health.getPort() + health.getPath());

        var answer = client.get(url).await().atMost(Duration.ofSeconds(30));

        assertThat(answer.isOk()).isTrue();
        assertThat(answer.text()).contains("UP");
    }
}

package org.obolus.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.client.Assignment;
import org.obolus.client.NewAssignment;
import org.obolus.client.ObolusClient;
import org.obolus.client.ObolusException;
import org.obolus.client.Site;
import org.obolus.client.SiteHost;
import org.obolus.testing.LittleSite;

@QuarkusTest
class ProvingASiteWithTheSdkTest {

    @Inject
    People people;

    @TestHTTPResource("/")
    URI server;

    ObolusClient client;

    @BeforeEach
    void meet() {
        client = ObolusClient.builder(server)
                .token(people.person("alice").token())
                .build();
    }

    @Test
    void provesASite() {
        try (var little = LittleSite.named("proof")) {
            var host = SiteHost.of(URI.create(little.address("/")));
            var asked = client.sites().ask(host);
            little.with(asked.fileUrl().getPath(), asked.fileLine());

            var proven = client.sites().verify(host);

            assertThat(asked.state()).isEqualTo(Site.State.ASKED);
            assertThat(proven.state()).isEqualTo(Site.State.PROVEN);
            assertThat(proven.seenAt()).isPresent();
            assertThat(client.sites().mine()).containsExactly(proven);
            assertThat(client.sites().byHost(host)).contains(proven);
            assertThat(client.sites().optOut(host).optedOut()).isTrue();
            assertThat(client.sites().optIn(host).optedOut()).isFalse();
            client.sites().giveUp(host);
            assertThat(client.sites().mine()).isEmpty();
            assertThat(client.sites().byHost(host)).isEmpty();
        }
    }

    @Test
    void givesItsPagesAway() {
        var anna = people.person("anna");
        var hers = ObolusClient.builder(server).token(anna.token()).build().assignments();
        try (var little = LittleSite.named("given")) {
            var host = SiteHost.of(URI.create(little.address("/")));
            var asked = client.sites().ask(host);
            little.with(asked.fileUrl().getPath(), asked.fileLine());
            client.sites().verify(host);

            var offered = client.assignments().give(host, NewAssignment.ofAuthor("Anna", anna.username()));

            assertThat(offered.author()).contains("anna");
            assertThat(offered.state()).isEqualTo(Assignment.State.ASKED);
            assertThat(hers.mine()).containsExactly(offered);
            assertThat(client.assignments().confirm(host, offered.id())).isEqualTo(offered);
            assertThat(hers.agree(offered.id()).state()).isEqualTo(Assignment.State.IN_FORCE);
            hers.decline(offered.id());
            assertThat(client.assignments().of(host)).isEmpty();
            var later = LocalDate.now(ZoneOffset.UTC).plusYears(90);
            var next = client.assignments()
                    .give(host, NewAssignment.ofPath("/anna", anna.username()).from(later));
            assertThat(next.from()).isEqualTo(later.atStartOfDay().toInstant(ZoneOffset.UTC));
            client.assignments().end(host, next.id());
            assertThat(hers.mine()).isEmpty();
        }
    }

    @Test
    void saysThatAProofIsMissing() {
        try (var little = LittleSite.named("missing")) {
            var host = SiteHost.of(URI.create(little.address("/")));
            client.sites().ask(host);

            assertThatThrownBy(() -> client.sites().verify(host))
                    .isInstanceOfSatisfying(
                            ObolusException.Refused.class,
                            refused -> assertThat(refused.problem().is("proof_not_found"))
                                    .isTrue());
        }
    }
}

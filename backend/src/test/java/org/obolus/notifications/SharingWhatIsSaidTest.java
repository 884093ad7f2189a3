package org.obolus.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Eventually;
import org.obolus.testing.TestMailServer;

/** Several servers share what is to be said. */
@QuarkusTest
@QuarkusTestResource(TestMailServer.class)
class SharingWhatIsSaidTest {

    private static final String UNSAID = "select count(*) from outbox where kind = 'notice' and sent_at is null";

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    WhatIsHeard heard;

    @Inject
    SendNotices send;

    Supplier<List<String>> received;

    private SlowChannels slow;

    @BeforeEach
    void begin() {
        heard.begin(people.person("alice"));
        slow = new SlowChannels(heard.names());
    }

    @AfterEach
    void end() {
        heard.end();
    }

    @Test
    void takesFourAtATimeAndNoneOfThemTwiceWhileSomebodyIsAtIt() {
        heard.find();
        heard.alsoWaitingFor("github", "olaf", "Olaf");
        heard.find();
        var first = send.send(slow.all()).subscribe().asCompletionStage();
        Eventually.holds("the first is being said", () -> !slow.said().isEmpty());

        heard.send();
        assertThat(everythingHeard()).isEqualTo(4);
        heard.send();
        assertThat(everythingHeard()).isEqualTo(4);

        slow.goOn();
        first.join();
        assertThat(slow.said()).hasSize(4).doesNotHaveDuplicates();
        assertThat(books.number(UNSAID)).isZero();
    }

    @Test
    void takesOverWhatWasBegunByWhoeverHasDied() {
        heard.find();
        send.send(slow.all()).subscribe().asCompletionStage();
        Eventually.holds("the first is being said", () -> !slow.said().isEmpty());
        assertThat(books.number(
                        UNSAID + " and due_at between now() + interval '4 minutes' and now() + interval '5 minutes'"))
                .isEqualTo(4);

        books.run("update outbox set due_at = due_at - interval '5 minutes' where kind = 'notice'");
        heard.send();

        assertThat(everythingHeard()).isEqualTo(4);
    }

    private int everythingHeard() {
        return heard.said().size() + heard.mailsToTheOperator(received.get()).size();
    }
}

package org.obolus.notifications;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.obolus.database.Mail;
import org.obolus.database.Outbox;
import org.obolus.database.Transactions;
import org.obolus.problems.Unacceptable;
import org.obolus.web.Frames;

@QuarkusTest
class ShowingMailsTest {

    @Inject
    Outbox outbox;

    @Inject
    Letters letters;

    @Inject
    Frames frames;

    @Inject
    Transactions transactions;

    @Test
    void hasTheNewestFirstWithLinksToClick() {
        write("first@mail.example");
        write("second@mail.example");

        var page = given().accept("text/html").get("/dev/mails").asString();

        assertThat(page)
                .containsSubsequence("second@mail.example", "first@mail.example")
                .contains("<a href=\"https://obolus.example/reset/abc\">https://obolus.example/reset/abc</a>");
    }

    @Test
    void isNotThereWherePeopleAreReal() {
        var mails = new ShownMails(outbox, letters, new RealPeople(), frames);

        assertThatThrownBy(mails::show).isInstanceOf(Unacceptable.Unknown.class);
    }

    private void write(String address) {
        var values = Map.of("username", "alice", "link", "https://obolus.example/reset/abc");
        transactions
                .run(connection -> outbox.put(connection, new Mail("reset", address, values)))
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private record RealPeople() implements MailsConfig {

        @Override
        public boolean shown() {
            return false;
        }

        @Override
        public boolean sent() {
            return true;
        }

        @Override
        public Duration giveUpAfter() {
            return Duration.ofDays(3);
        }

        @Override
        public Duration forgottenAfter() {
            return Duration.ofDays(30);
        }
    }
}

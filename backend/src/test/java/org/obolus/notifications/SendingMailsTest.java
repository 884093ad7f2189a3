package org.obolus.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obolus.database.Mail;
import org.obolus.database.Outbox;
import org.obolus.database.Transactions;
import org.obolus.testing.TestMailServer;

@QuarkusTest
@QuarkusTestResource(TestMailServer.class)
class SendingMailsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    SendMails job;

    @Inject
    Outbox outbox;

    @Inject
    Transactions transactions;

    @Inject
    AgroalDataSource database;

    Supplier<List<String>> received;

    private final String address = UUID.randomUUID() + "@mail.example";

    @Test
    void handsTextAndPageToTheMailServer() {
        write("reset");

        runJob();

        assertThat(receivedHere())
                .singleElement()
                .asString()
                .contains(
                        "Subject: Choose a new password",
                        "From: obolus@localhost",
                        "Auto-Submitted: auto-generated",
                        "text/plain",
                        "text/html",
                        "https://obolus.example/reset/secret");
    }

    @Test
    void sendsEachMailOnce() {
        write("reset");

        runJob();
        runJob();

        assertThat(receivedHere()).hasSize(1);
    }

    @Test
    void sendsNothingThatIsNotCommitted() {
        transactions
                .run(connection -> outbox.put(connection, mail("reset"))
                        .chain(() -> connection.query("select 1 / 0").execute()))
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(PATIENCE);

        runJob();

        assertThat(receivedHere()).isEmpty();
    }

    @Test
    void triesLaterWhatCouldNotBeSent() throws SQLException {
        write("no-such-template");

        runJob();

        assertThat(state()).isEqualTo("attempts 1, due later, not given up");
    }

    @Test
    void givesUpAfterDays() throws SQLException {
        write("no-such-template");
        change("update outbox set created_at = created_at - interval '4 days' where payload like '%" + address + "%'");

        runJob();

        assertThat(state()).isEqualTo("attempts 1, due later, given up");
    }

    @Test
    void leavesAMailThatAnotherServerIsSending() {
        write("reset");
        outbox.take(Mail.KIND, 1000, Duration.ofMinutes(1)).await().atMost(PATIENCE);

        runJob();

        assertThat(receivedHere()).isEmpty();
    }

    @Test
    void forgetsInTheEndWhatWasSent() throws SQLException {
        write("reset");
        runJob();
        change("update outbox set sent_at = sent_at - interval '31 days' where payload like '%" + address + "%'");

        job.forget().await().atMost(PATIENCE);

        assertThat(state()).isEqualTo("forgotten");
    }

    @ParameterizedTest
    @CsvSource({"1, PT30S", "2, PT1M", "5, PT8M", "10, PT4H", "1000, PT4H"})
    void waitsLongerEachTime(int attempts, Duration pause) {
        assertThat(SendMails.pauseAfter(attempts)).isEqualTo(pause);
    }

    private Mail mail(String template) {
        return new Mail(template, address, Map.of("username", "alice", "link", "https://obolus.example/reset/secret"));
    }

    private void write(String template) {
        transactions
                .run(connection -> outbox.put(connection, mail(template)))
                .await()
                .atMost(PATIENCE);
    }

    private void runJob() {
        job.run().await().atMost(PATIENCE);
    }

    private List<String> receivedHere() {
        return received.get().stream().filter(mail -> mail.contains(address)).toList();
    }

    private String state() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select format('attempts %s, due %s, %s', attempts,
                                      case when due_at > now() then 'later' else 'now' end,
                                      case when given_up_at is null then 'not given up' else 'given up' end)
                        from outbox where payload like '%' || ? || '%'""")) {
            select.setString(1, address);
            try (var rows = select.executeQuery()) {
                return rows.next() ? rows.getString(1) : "forgotten";
            }
        }
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}

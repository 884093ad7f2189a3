package org.obolus.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CheckingTheBooksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    @Wellness
    BooksCheck check;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @Test
    void noticesMoneyThatCameFromNowhere() throws SQLException {
        assertThat(found()).isEqualTo(Status.UP);

        asOwner("insert into ledger_accounts (name, balance) values ('revenue:0', 1)");
        var withForgery = found();
        asOwner("delete from ledger_accounts where name = 'revenue:0'");

        assertThat(withForgery).isEqualTo(Status.DOWN);
        assertThat(found()).isEqualTo(Status.UP);
    }

    private Status found() {
        check.check().await().atMost(PATIENCE);
        return check.call().await().atMost(PATIENCE).getStatus();
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database, "obolus", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

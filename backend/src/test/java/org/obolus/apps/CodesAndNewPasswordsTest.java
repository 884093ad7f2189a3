package org.obolus.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Eventually;
import org.obolus.testing.Person;

/** A new password makes codes worthless; here both happen in the same moment, in each order. */
@QuarkusTest
class CodesAndNewPasswordsTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    AgroalDataSource database;

    Person bob;
    AnApp app;

    @BeforeEach
    void meet() {
        bob = people.person("bob");
        app = AnApp.of(people.person("alice"));
    }

    @Test
    void waitForTheAccountBeforeTheCodeSoThatNeitherWaitsForTheOther() throws SQLException {
        var code = app.code(bob, "flattr");

        try (var password = transaction()) {
            run(password, "update accounts set password_hash = password_hash where id = ?");
            var exchange = CompletableFuture.supplyAsync(() -> app.exchanges(code));
            Eventually.holds("the exchange waits for the password", () -> waiting() == 1);
            run(password, "select from app_codes where account_id = ? for update nowait");
            run(password, "update app_codes set spent_at = now() where account_id = ?");
            password.commit();

            exchange.join().then().statusCode(400).body("error", equalTo("invalid_grant"));
        }
    }

    @Test
    void spendACodeThatIsJustBeingGiven() throws SQLException {
        people.knowsThePassword(bob, "three blue kettles");
        allows("5");

        try (var limit = transaction()) {
            run(limit, "update app_limits set most = most where account_id = ?");
            var allowed = CompletableFuture.supplyAsync(() -> allows("7"));
            Eventually.holds("the code waits for the limit", () -> waiting() == 1);
            var changed = CompletableFuture.supplyAsync(this::changesThePassword);
            Eventually.holds("the password has its turn", () -> changed.isDone() || waiting() == 2);
            limit.commit();

            assertThat(changed.join()).isEqualTo(204);
            app.exchanges(allowed.join()).then().statusCode(400).body("error", equalTo("invalid_grant"));
        }
    }

    private String allows(String limit) {
        var decision = Map.of("decision", "allow", "form", bob.formToken(), "limit", limit);
        return AnApp.code(AnApp.decides(bob, app.request("flattr"), decision));
    }

    private int changesThePassword() {
        return bob.browses()
                .contentType("application/json")
                .body("{\"old_password\": \"three blue kettles\", \"new_password\": \"five red spoons\"}")
                .post("/api/v1/password")
                .statusCode();
    }

    private Connection transaction() throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, bob.id());
            statement.execute();
        }
    }

    private long waiting() {
        return books.number("select count(*) from pg_locks where not granted");
    }
}

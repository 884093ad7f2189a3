package org.obolus.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BooksAreBalancedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            insert into ledger_accounts values ('funds:0', 1)                             | funds:0 holds 1
            insert into ledger_accounts values ('costs', -1)                              | together are -1
            insert into counters values (0, 1, 1)                                         | thing 0 counts 1
            insert into fans values (0, 0, 1)                                             | its fans 1
            """)
    void noticesWhatDoesNotAddUp(String damage, String sentence) throws SQLException {
        try (var owner = DriverManager.getConnection(System.getProperty(TestDatabase.ADDRESS), "obolus", "trusted");
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);

            statement.execute(damage);

            assertThatThrownBy(() -> BookCheck.requireBalanced(owner)).hasMessageContaining(sentence);
            owner.rollback();
        }
    }
}

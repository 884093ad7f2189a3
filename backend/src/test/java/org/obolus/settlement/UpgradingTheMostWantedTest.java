package org.obolus.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server of before V41 kept with the list of the most wanted what a single person had given. */
@QuarkusTest
class UpgradingTheMostWantedTest {

    @Inject
    ADatabaseOfBefore database;

    @BeforeEach
    void make() throws SQLException {
        database.make();
    }

    @Test
    void forgetsTheSumsAndCountsAllOfThemOnceMore() throws SQLException {
        database.migrateTo("39");
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into identities (name) values ('site:nobody.example'), ('site:noted.example');
                    insert into most_wanted (identity_id, supporters, held) select id, 1, 9000000 from identities;
                    insert into wanted_stale select id from identities where name = 'site:noted.example'""");

            database.migrateTo("41");

            assertThat(number(connection, "select count(*) from most_wanted")).isZero();
            assertThat(number(connection, "select count(*) from wanted_stale")).isEqualTo(2);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

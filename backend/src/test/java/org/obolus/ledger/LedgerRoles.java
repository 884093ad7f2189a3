package org.obolus.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The two roles of the database, as whoever gets hold of one of them would use it. */
enum LedgerRoles {
    APPLICATION("obolus_app"),
    OWNER("obolus");

    private final String role;

    LedgerRoles(String role) {
        this.role = role;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(System.getProperty("obolus.test.database"), role, "trusted");
    }

    void run(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }
}

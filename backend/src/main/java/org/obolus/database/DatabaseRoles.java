package org.obolus.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Two roles, so that the running server cannot change what is append-only: one owns the schema, one uses it. */
final class DatabaseRoles {

    static final String DATABASE = "obolus";
    static final String OWNER = "obolus";
    static final String APPLICATION = "obolus_app";

    /** The embedded PostgreSQL listens on the loopback interface only and trusts it; the driver still wants a word. */
    static final String TRUSTED = "trusted";

    private DatabaseRoles() {}

    static void prepare(DataSource superuser) throws SQLException {
        try (var connection = superuser.getConnection()) {
            for (var role : List.of(OWNER, APPLICATION)) {
                createUnlessThere(connection, "pg_roles where rolname", role, "create role " + role + " login");
            }
            createUnlessThere(
                    connection,
                    "pg_database where datname",
                    DATABASE,
                    "create database " + DATABASE + " owner " + OWNER + " locale 'C.UTF-8' template template0");
        }
    }

    private static void createUnlessThere(Connection connection, String where, String name, String sql)
            throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select from " + where + " = '" + name + "'")) {
            if (!found.next()) {
                statement.execute(sql);
            }
        }
    }
}

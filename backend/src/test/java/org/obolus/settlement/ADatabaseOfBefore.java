package org.obolus.settlement;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A database of an earlier version, which is upgraded step by step. */
@ApplicationScoped
class ADatabaseOfBefore {

    private static final String DATABASE = "upgraded";

    private final AgroalDataSource database;

    ADatabaseOfBefore(AgroalDataSource database) {
        this.database = database;
    }

    /** An empty one. */
    void make() throws SQLException {
        try (var connection = connection("postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + DATABASE);
            statement.execute("create database " + DATABASE + " owner obolus locale 'C.UTF-8' template template0");
        }
    }

    void migrateTo(String version) throws SQLException {
        Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(address(DATABASE), "obolus", "trusted")
                .locations("classpath:db/migration")
                .placeholders(Map.of("app_role", "obolus_app"))
                .target(version)
                .load()
                .migrate();
    }

    /** As the owner of its tables. */
    Connection connection() throws SQLException {
        return connection(DATABASE, "obolus");
    }

    private Connection connection(String name, String user) throws SQLException {
        return DriverManager.getConnection(address(name), user, "trusted");
    }

    private String address(String name) throws SQLException {
        try (var connection = database.getConnection()) {
            return connection.getMetaData().getURL().replaceFirst("/obolus\\b.*", "/" + name);
        }
    }
}

package org.obolus.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Checks the books after every test that runs against the server, whoever wrote it; registered for all of them. */
public final class BooksAreBalanced implements AfterEachCallback {

    private static final String QUARKUS_TEST = "io.quarkus.test.junit.QuarkusTest";
    private static Connection database;
    private static String address;

    @Override
    public void afterEach(ExtensionContext test) throws SQLException {
        if (isAgainstTheServer(test.getRequiredTestClass())) {
            BookCheck.requireBalanced(database());
        }
    }

    /** By name: the server's test runs in a class loader of its own. */
    private static boolean isAgainstTheServer(Class<?> test) {
        return Arrays.stream(test.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().equals(QUARKUS_TEST));
    }

    /** Tests with settings of their own get a server and a database of their own. */
    private static synchronized Connection database() throws SQLException {
        var now = System.getProperty(TestDatabase.ADDRESS);
        if (!now.equals(address)) {
            database = DriverManager.getConnection(now, "obolus_app", "trusted");
            address = now;
        }
        return database;
    }
}

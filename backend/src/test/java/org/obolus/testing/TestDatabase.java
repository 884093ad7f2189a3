package org.obolus.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.obolus.database.EmbeddedDatabase;
import org.obolus.database.PostgresSettings;

/** One real PostgreSQL for all tests of the module, on a fresh folder; nothing in it has to outlive the machine. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    /** The system property by which tests of any class loader find this database. */
    static final String ADDRESS = "obolus.test.database";

    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        var folder = Path.of("target", "test-database").toAbsolutePath();
        begin(folder);
        database = EmbeddedDatabase.start(folder, PostgresSettings.forTheMoment(256));
        var configuration = database.configuration();
        System.setProperty(ADDRESS, configuration.get("quarkus.datasource.jdbc.url"));
        return configuration;
    }

    @Override
    public void stop() {
        try {
            database.close();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static void begin(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (var files = Files.walk(folder)) {
                    files.sorted(Comparator.reverseOrder())
                            .forEach(file -> file.toFile().delete());
                }
            }
            PostgresBinaries.unpackedOnceFor(folder);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}

package org.obolus.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The PostgreSQL that this server brings along: a child process on the loopback interface, durable, with its data kept
 * in a folder between runs.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private final FolderLock lock;
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(FolderLock lock, EmbeddedPostgres postgres) {
        this.lock = lock;
        this.postgres = postgres;
    }

    /**
     * Starts PostgreSQL on a data folder, which is made when it is not there. An orphan that a killed server left behind
     * is stopped first.
     *
     * @throws FolderLock.Held when another running server owns the folder
     */
    public static EmbeddedDatabase start(Path folder, PostgresSettings settings) {
        try {
            Files.createDirectories(folder);
            var lock = FolderLock.take(folder.resolve("obolus.lock"));
            var cluster = cluster(folder);
            Postmaster.of(cluster).ifPresent(Postmaster::stop);
            var postgres = launch(folder, cluster, settings);
            DatabaseRoles.prepare(postgres.getPostgresDatabase());
            return new EmbeddedDatabase(lock, postgres);
        } catch (IOException refused) {
            throw new UncheckedIOException("PostgreSQL does not start on " + folder, refused);
        } catch (SQLException refused) {
            throw new IllegalStateException("PostgreSQL started on " + folder + " but refuses its set-up", refused);
        }
    }

    /** How to reach the database that another running server owns; empty when none runs on this folder. */
    public static Optional<Map<String, String>> running(Path folder) {
        return Postmaster.of(cluster(folder)).map(postmaster -> configuration(postmaster.port()));
    }

    /** The configuration by which the server finds this database. */
    public Map<String, String> configuration() {
        return configuration(postgres.getPort());
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lock.release();
    }

    private static Path cluster(Path folder) {
        return folder.resolve("postgres");
    }

    private static EmbeddedPostgres launch(Path folder, Path cluster, PostgresSettings settings) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setPGStartupWait(Duration.ofSeconds(60));
        settings.options().forEach(builder::setServerConfig);
        return builder.start();
    }

    private static Map<String, String> configuration(int port) {
        var address = "//127.0.0.1:" + port + "/" + DatabaseRoles.DATABASE;
        var configuration = new HashMap<String, String>();
        configuration.put("quarkus.datasource.jdbc.url", "jdbc:postgresql:" + address);
        configuration.put("quarkus.datasource.reactive.url", "postgresql:" + address);
        configuration.put("quarkus.datasource.username", DatabaseRoles.APPLICATION);
        configuration.put("quarkus.datasource.password", DatabaseRoles.TRUSTED);
        configuration.put("quarkus.flyway.jdbc-url", "jdbc:postgresql:" + address);
        configuration.put("quarkus.flyway.username", DatabaseRoles.OWNER);
        configuration.put("quarkus.flyway.password", DatabaseRoles.TRUSTED);
        return configuration;
    }
}

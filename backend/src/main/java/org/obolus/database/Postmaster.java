package org.obolus.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A PostgreSQL main process that runs on a cluster's folder, as its {@code postmaster.pid} tells. */
record Postmaster(ProcessHandle process, int port) {

    private static final int PORT_LINE = 3;
    private static final long PATIENCE_MILLIS = 700;

    /** The process that runs on this folder; a file left behind by a dead one, or by a stranger's, counts as none. */
    static Optional<Postmaster> of(Path cluster) {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(file);
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            var port = Integer.parseInt(lines.get(PORT_LINE).strip());
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(isPostgresOn(cluster))
                    .map(process -> new Postmaster(process, port));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Fast shutdown; after most of a second an immediate one, which recovery at the next start makes good. */
    void stop() {
        signal("INT");
        if (!hasEnded()) {
            signal("QUIT");
            hasEnded();
        }
    }

    private boolean hasEnded() {
        try {
            process.onExit().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException | InterruptedException disturbed) {
            throw new IllegalStateException("Could not wait for process " + process.pid(), disturbed);
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException disturbed) {
            throw new IllegalStateException("Could not stop process " + process.pid(), disturbed);
        }
    }

    /** A process id is used again after a restart of the machine; only one that names the folder is ours to stop. */
    private static Predicate<ProcessHandle> isPostgresOn(Path cluster) {
        return process -> {
            try {
                var command = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
                return command.contains("postgres")
                        && command.contains(cluster.toAbsolutePath().toString());
            } catch (IOException gone) {
                return false;
            }
        };
    }
}

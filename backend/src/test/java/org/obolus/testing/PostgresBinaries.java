package org.obolus.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The programs of PostgreSQL, which the first server of the module unpacks for all that follow. */
final class PostgresBinaries {

    private static final Path SHARED = Path.of("target", "postgres-binaries").toAbsolutePath();
    private static final String OF_A_SERVER = "binaries";

    private PostgresBinaries() {}

    /** A data folder that has none yet finds those of the others. */
    static void unpackedOnceFor(Path data) throws IOException {
        var own = data.resolve(OF_A_SERVER);
        if (Files.notExists(own)) {
            Files.createDirectories(SHARED);
            Files.createDirectories(data);
            Files.createSymbolicLink(own, SHARED);
        }
    }
}

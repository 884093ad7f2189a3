package org.obolus.mainjob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.obolus.testing.NameServerProcess;
import org.obolus.testing.RealBrowser;
import org.obolus.testing.ServerProcess;

/**
 * The packaged server with its demo, and a browser: begun once for all classes that leave its calendar alone, and ended
 * after the last of them.
 */
final class TheDemo implements BeforeAllCallback {

    private static Running running;

    static ServerProcess server() {
        return running.server;
    }

    static RealBrowser browser() {
        return running.browser;
    }

    /** The name server that it asks. */
    static NameServerProcess names() {
        return running.names;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(Namespace.create(TheDemo.class))
                .computeIfAbsent(Running.class, type -> begun(), Running.class);
    }

    private static Running begun() {
        try {
            var data = Files.createTempDirectory("obolus-demo");
            var names = NameServerProcess.begun();
            var server = ServerProcess.start(data, "demo", Map.of("OBOLUS_FETCH_NAME_SERVERS", names.address()));
            return new Running(data, names, server, new RealBrowser());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What JUnit ends when all tests are over. */
    private record Running(Path data, NameServerProcess names, ServerProcess server, RealBrowser browser)
            implements AutoCloseable {

        @Override
        public void close() throws IOException {
            browser.close();
            server.close();
            names.close();
            try (var files = Files.walk(data)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}

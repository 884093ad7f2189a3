package org.obolus.mainjob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
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

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(Namespace.create(TheDemo.class))
                .computeIfAbsent(Running.class, type -> begun(), Running.class);
    }

    private static Running begun() {
        try {
            var data = Files.createTempDirectory("obolus-demo");
            return new Running(data, ServerProcess.start(data, "demo"), new RealBrowser());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What JUnit ends when all tests are over. */
    private record Running(Path data, ServerProcess server, RealBrowser browser) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            browser.close();
            server.close();
            try (var files = Files.walk(data)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}

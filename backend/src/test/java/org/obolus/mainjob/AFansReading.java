package org.obolus.mainjob;

import java.io.IOException;
import java.nio.file.Path;
import org.obolus.testing.RealBrowser;
import org.obolus.testing.ServerProcess;

/** A server with its demo, a browser, and a fan in it. */
final class AFansReading implements AutoCloseable {

    final ServerProcess server;
    final RealBrowser browser;
    final AFan fan;

    /** With the server and the browser that all share. */
    AFansReading(Path folder) throws IOException {
        this(TheDemo.server(), TheDemo.browser(), folder);
    }

    AFansReading(ServerProcess server, RealBrowser browser, Path folder) throws IOException {
        this.server = server;
        this.browser = browser;
        this.fan = new AFan(browser, server, folder.resolve("profile"));
    }

    @Override
    public void close() {
        fan.close();
    }
}

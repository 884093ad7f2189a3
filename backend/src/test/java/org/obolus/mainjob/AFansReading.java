package org.obolus.mainjob;

import java.nio.file.Path;
import org.obolus.testing.RealBrowser;
import org.obolus.testing.ServerProcess;

/** The packaged server with its demo, a browser, and a fan in it; all of it ends together, also where it began badly. */
final class AFansReading implements AutoCloseable {

    final ServerProcess server;
    final RealBrowser browser;
    final AFan fan;

    AFansReading(Path folder) throws Exception {
        server = ServerProcess.start(folder.resolve("data"), "demo");
        RealBrowser opened = null;
        try {
            opened = new RealBrowser();
            fan = new AFan(opened, server, folder.resolve("profile"));
            browser = opened;
        } catch (Exception | Error begunBadly) {
            if (opened != null) {
                opened.close();
            }
            server.close();
            throw begunBadly;
        }
    }

    @Override
    public void close() {
        fan.close();
        browser.close();
        server.close();
    }
}

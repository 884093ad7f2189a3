package org.obolus.demo;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** A server with the demo, on a port that is known before it starts, because its sites are named by it. */
public class DemoProfile implements QuarkusTestProfile {

    private static final String PORT = "obolus.test.demo-port";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "obolus.demo", "true", "quarkus.http.test-port", port(), "obolus.url", "http://localhost:" + port());
    }

    /** The framework loads this class more than once; all of them mean the same port. */
    static synchronized String port() {
        if (System.getProperty(PORT) == null) {
            try (var socket = new ServerSocket(0)) {
                System.setProperty(PORT, Integer.toString(socket.getLocalPort()));
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }
        return System.getProperty(PORT);
    }
}

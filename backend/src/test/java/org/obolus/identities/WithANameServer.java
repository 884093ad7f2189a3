package org.obolus.identities;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import org.obolus.testing.NameServerProcess;

/** A server that asks a real name server of this machine. */
public final class WithANameServer implements QuarkusTestProfile {

    private static final String ADDRESS = "obolus.test.name-server";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("obolus.fetch.name-servers", address());
    }

    /** Listens where the server asks. */
    static NameServerProcess nameServer() {
        return NameServerProcess.at(address());
    }

    /** The class loaders of tests and profiles share nothing but properties. */
    private static String address() {
        return (String)
                System.getProperties().computeIfAbsent(ADDRESS, unset -> "127.0.0.1:" + NameServerProcess.freePort());
    }
}

package org.obolus.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.stream.Stream;

/** Leaves out the client library, its examples and the command line, which tests use and which are a house of their own. */
final class OnlyTheServer implements ImportOption {

    @Override
    public boolean includes(Location location) {
        return Stream.of("client", "examples", "cli").noneMatch(name -> location.contains("/org/obolus/" + name + "/"));
    }
}

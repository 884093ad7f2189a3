package org.obolus.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves out the client library and its examples, which tests use and which are a house of their own. */
final class OnlyTheServer implements ImportOption {

    @Override
    public boolean includes(Location location) {
        return !location.contains("/org/obolus/client/") && !location.contains("/org/obolus/examples/");
    }
}

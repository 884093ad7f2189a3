package org.obolus.client;

import java.net.URI;
import java.util.Objects;

/** How often the page at an address was flattred, and by how many people. */
public record AddressCount(URI url, long flattrs, long supporters) {

    public AddressCount {
        Objects.requireNonNull(url, "url");
    }
}

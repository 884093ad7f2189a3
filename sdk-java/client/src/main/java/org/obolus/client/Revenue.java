package org.obolus.client;

import java.util.Objects;

/** What the caller has received, less the fees, and not yet used. */
public record Revenue(Money revenue) {

    public Revenue {
        Objects.requireNonNull(revenue, "revenue");
    }
}

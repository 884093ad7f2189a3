package org.obolus.client;

import java.util.Objects;
import java.util.Optional;

/**
 * What the caller gives each month.
 *
 * @param amount none before one was set
 * @param paused whether new flattrs are refused
 * @param funds what it is given from
 * @param hasMeans whether a flattr would be taken now
 */
public record Budget(Optional<Money> amount, boolean paused, Money funds, boolean hasMeans) {

    public Budget {
        Objects.requireNonNull(funds, "funds");
    }
}

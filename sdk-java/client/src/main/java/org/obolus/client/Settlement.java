package org.obolus.client;

import java.time.YearMonth;
import java.util.Objects;

/**
 * What became of settling a month.
 *
 * @param settled false while another server still works on it
 */
public record Settlement(YearMonth month, boolean settled) {

    public Settlement {
        Objects.requireNonNull(month, "month");
    }
}

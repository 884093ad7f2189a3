package org.obolus.client;

import java.time.YearMonth;
import java.util.Objects;

/**
 * What a flattr of the caller's is worth if the month ended now.
 *
 * @param pot what there is to share
 * @param each what each of the flattrs would get
 * @param withOneMore what each would get after one more
 */
public record Worth(YearMonth month, Money pot, int flattrs, Money each, Money withOneMore) {

    public Worth {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(pot, "pot");
        Objects.requireNonNull(each, "each");
        Objects.requireNonNull(withOneMore, "withOneMore");
    }
}

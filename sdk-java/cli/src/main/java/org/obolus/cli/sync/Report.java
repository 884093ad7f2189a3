package org.obolus.cli.sync;

import java.util.List;
import java.util.Optional;

/**
 * What a sync did.
 *
 * @param told of each entry
 * @param gone addresses that were registered before and are not in the feed any more
 * @param removed those of them that were taken away
 * @param by whose things they are, where it is known without asking
 */
public record Report(List<Told> told, List<String> gone, List<String> removed, Optional<String> by) {

    public Report {
        told = List.copyOf(told);
        gone = List.copyOf(gone);
        removed = List.copyOf(removed);
    }

    public long count(Fate fate) {
        return told.stream().filter(one -> one.fate() == fate).count();
    }

    public boolean hasRefusals() {
        return count(Fate.REFUSED) > 0;
    }
}

package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Month;

/** Knows how many flattrs of a month people let their apps give; asked in the transaction of the clicks. */
public interface AppLimits {

    /** Somebody's app. */
    record ByApp(AccountId supporter, UUID app) {}

    /**
     * How many more each may give, without end where nothing is said. Held until the commit, in one order across all
     * that is asked for, so that clicks at the same time count one after another.
     */
    Uni<Map<ByApp, Integer>> hold(SqlConnection connection, Month month, List<ByApp> clicks);

    /** Counts what was given, for which the same transaction has asked before. */
    Uni<Void> given(SqlConnection connection, Month month, List<ByApp> flattrs);
}

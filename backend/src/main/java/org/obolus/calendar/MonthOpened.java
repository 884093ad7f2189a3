package org.obolus.calendar;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Told in the transaction that opens a month, for what a feature has to have ready before its first write. */
public interface MonthOpened {

    Uni<Void> opened(SqlConnection connection, Month month);
}

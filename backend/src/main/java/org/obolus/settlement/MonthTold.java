package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.obolus.calendar.Month;

/** Told, once each, in the transaction in which a month's figures become provisional, and in which they are final. */
public interface MonthTold {

    Uni<Void> provisional(SqlConnection connection, Month month);

    Uni<Void> settled(SqlConnection connection, Month month);
}

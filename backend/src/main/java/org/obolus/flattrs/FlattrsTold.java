package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import org.obolus.calendar.Month;

/** Told in the transaction in which things are flattred or lose a flattr, of a whole batch at once. */
public interface FlattrsTold {

    Uni<Void> given(SqlConnection connection, Month month, List<TouchedThing> things);

    Uni<Void> takenBack(SqlConnection connection, Month month, List<TouchedThing> things);

    /** What an identity had been given was voided in this transaction, because it opted out. */
    Uni<Void> voided(SqlConnection connection, long identity);
}

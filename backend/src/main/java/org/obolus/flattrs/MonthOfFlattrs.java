package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.obolus.calendar.Month;
import org.obolus.calendar.MonthOpened;
import org.obolus.database.Sql;

/** Gives every month its own table of flattrs before its first click. */
@ApplicationScoped
class MonthOfFlattrs implements MonthOpened {

    @Override
    public Uni<Void> opened(SqlConnection connection, Month month) {
        return Sql.run(connection, "select add_month_partition('flattrs', $1)", Tuple.of(month.firstDay()))
                .replaceWithVoid();
    }
}

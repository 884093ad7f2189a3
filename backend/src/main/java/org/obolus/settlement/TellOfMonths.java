package org.obolus.settlement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import org.obolus.calendar.Month;

/** Tells whoever listens how far a month has come. */
@ApplicationScoped
class TellOfMonths {

    private final Instance<MonthTold> listeners;

    TellOfMonths(@Any Instance<MonthTold> listeners) {
        this.listeners = listeners;
    }

    Uni<Void> provisional(SqlConnection connection, Month month) {
        var told = Uni.createFrom().voidItem();
        for (var listener : listeners) {
            told = told.chain(() -> listener.provisional(connection, month));
        }
        return told;
    }

    Uni<Void> settled(SqlConnection connection, Month month) {
        var told = Uni.createFrom().voidItem();
        for (var listener : listeners) {
            told = told.chain(() -> listener.settled(connection, month));
        }
        return told;
    }
}

package org.obolus.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Opens the connections of the reactive client so that every statement is prepared once for each connection.
 *
 * <p>By default the client prepares a statement of more than 2048 characters anew each time, and ours that write many
 * clicks or share out a month are longer: reading and planning them would cost more than running them.
 */
@Singleton
class Connections implements PgPoolCreator {

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(options -> options.setPreparedStatementCacheSqlFilter(statement -> true));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}

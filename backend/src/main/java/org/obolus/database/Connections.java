package org.obolus.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        input.pgConnectOptionsList()
                .forEach(options -> options.setPreparedStatementCacheSqlFilter(statement -> true)
                        .setTcpKeepAlive(true)
                        .setProperties(withPatience(options.getProperties())));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }

    /**
     * A server that vanishes in the middle of a transaction (power, network) would leave its locks behind for hours, and
     * among them the open month's, which everybody needs.
     */
    private static Map<String, String> withPatience(Map<String, String> properties) {
        var all = new HashMap<>(properties);
        all.putIfAbsent("idle_in_transaction_session_timeout", "30s");
        all.putIfAbsent("tcp_keepalives_idle", "10");
        all.putIfAbsent("tcp_keepalives_interval", "5");
        all.putIfAbsent("tcp_keepalives_count", "3");
        all.putIfAbsent("client_connection_check_interval", "10s");
        return all;
    }
}

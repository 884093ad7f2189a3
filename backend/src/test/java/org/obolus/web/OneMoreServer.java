package org.obolus.web;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.obolus.database.Transactions;

/** Servers that share nothing with this one but the database. */
@ApplicationScoped
public class OneMoreServer {

    private final Vertx vertx;
    private final Transactions transactions;
    private final Clock clock;

    OneMoreServer(Vertx vertx, Transactions transactions, Clock clock) {
        this.vertx = vertx;
        this.transactions = transactions;
        this.clock = clock;
    }

    public RateLimits limits() {
        return new RateLimits(vertx, transactions, clock);
    }
}

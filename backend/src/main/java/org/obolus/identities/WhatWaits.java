package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.Optional;
import org.obolus.money.Money;

/** Knows what waits for an identity that nobody has claimed; whoever keeps the shares implements it. */
public interface WhatWaits {

    Uni<Waiting> of(SqlConnection connection, IdentityName name);

    /**
     * What waits.
     *
     * @param people how many gave it
     * @param held the shares of settled months
     * @param flattrs those of months that are not settled, whose worth nobody knows yet
     * @param until the day on which the first of it goes back, where that is known
     */
    record Waiting(long people, Money held, long flattrs, Optional<LocalDate> until) {

        public static final Waiting NOTHING = new Waiting(0, Money.ZERO, 0, Optional.empty());

        public boolean isNothing() {
            return people == 0;
        }
    }
}

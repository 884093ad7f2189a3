package org.obolus.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.obolus.money.Money;

/** A transfer as the owner of one of its two ledger accounts reads it. */
public record MovementView(String key, Direction direction, Money amountMicros, String counterpart, Instant bookedAt) {

    /** Seen from the own account. */
    public enum Direction {
        @JsonProperty("in")
        IN,
        @JsonProperty("out")
        OUT
    }

    public static MovementView of(Booked booked, LedgerAccount own) {
        var transfer = booked.transfer();
        var isIn = transfer.to().equals(own);
        return new MovementView(
                transfer.key(),
                isIn ? Direction.IN : Direction.OUT,
                transfer.amount(),
                isIn ? transfer.from().name() : transfer.to().name(),
                booked.at());
    }
}

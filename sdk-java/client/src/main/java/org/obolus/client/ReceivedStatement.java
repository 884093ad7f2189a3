package org.obolus.client;

import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the caller received in a month; provisional until the month is settled.
 *
 * @param claimed things whose shares were held first, and paid by {@code claims}
 */
public record ReceivedStatement(
        YearMonth month,
        AccountingMonth.Stage state,
        Money gross,
        Money fee,
        Money net,
        List<OfThing> things,
        List<OfThing> claimed,
        List<Claim> claims,
        List<Voided> voided) {

    public ReceivedStatement {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(gross, "gross");
        Objects.requireNonNull(fee, "fee");
        Objects.requireNonNull(net, "net");
        things = List.copyOf(things);
        claimed = List.copyOf(claimed);
        claims = List.copyOf(claims);
        voided = List.copyOf(voided);
    }

    /** What one thing brought. */
    public record OfThing(ThingId thing, URI url, Optional<String> title, long clicks, Money gross, long clicksInAll) {

        public OfThing {
            Objects.requireNonNull(thing, "thing");
            Objects.requireNonNull(gross, "gross");
        }
    }

    /** What the proof of an identity paid out. */
    public record Claim(String identity, Instant paidAt, Money gross, Money fee, Money net) {

        public Claim {
            Objects.requireNonNull(identity, "identity");
            Objects.requireNonNull(net, "net");
        }
    }

    /** Flattrs that an operator made count nowhere, and why. */
    public record Voided(ThingId thing, URI url, Optional<String> title, long clicks, String reason) {

        public Voided {
            Objects.requireNonNull(thing, "thing");
            Objects.requireNonNull(reason, "reason");
        }
    }
}

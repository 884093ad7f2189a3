package org.obolus.apps;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.obolus.accounts.Scope;
import org.obolus.problems.Unacceptable;

/** What web hooks tell of, and which scope it takes to have it told. */
enum HookEvent {
    THING_FLATTRED("thing.flattred", Scope.THING, "somebody flattred a thing of yours"),
    THING_UNFLATTRED("thing.unflattred", Scope.THING, "a flattr of a thing of yours was taken back or voided"),
    SETTLEMENT_PROVISIONAL("settlement.provisional", Scope.REVENUE_READ, "a month is closed and under review"),
    SETTLEMENT_FINAL("settlement.final", Scope.REVENUE_READ, "a month is settled and your revenue booked"),
    DEPOSIT_PAID("deposit.paid", Scope.BUDGET_READ, "a top-up of yours has arrived"),
    DEPOSIT_CANCELED("deposit.canceled", Scope.BUDGET_READ, "a top-up of yours will not come"),
    CLAIM_MADE("claim.made", Scope.EXTENDED_READ, "a site became yours"),
    CLAIM_ENDED("claim.ended", Scope.EXTENDED_READ, "a site is no longer yours");

    private static final String ALL_OF = ".*";

    private final String written;
    private final Scope scope;
    private final String meaning;

    HookEvent(String written, Scope scope, String meaning) {
        this.written = written;
        this.scope = scope;
        this.meaning = meaning;
    }

    Scope scope() {
        return scope;
    }

    /** What somebody has to allow an app that is told of it: changing things does not mean reading about them. */
    public Scope scopeOfApps() {
        return scope == Scope.THING ? Scope.EXTENDED_READ : scope;
    }

    /** For people, in words that follow "when". */
    public String meaning() {
        return meaning;
    }

    /**
     * Reads names of events, and {@code deposit.*} for all of that kind.
     *
     * @throws Unacceptable.Invalid when there is none, or one that there is not
     */
    static Set<HookEvent> setOf(Collection<String> written) {
        if (written == null || written.isEmpty()) {
            throw new Unacceptable.Invalid("events", "Name at least one event: " + names() + ".");
        }
        return written.stream()
                .flatMap(HookEvent::named)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(HookEvent.class)));
    }

    static HookEvent of(String written) {
        return named(written).findFirst().orElseThrow();
    }

    private static Stream<HookEvent> named(String written) {
        var name = written == null ? "" : written.strip().toLowerCase(Locale.ROOT);
        var found = Arrays.stream(values())
                .filter(event -> name.endsWith(ALL_OF)
                        ? event.written.startsWith(name.substring(0, name.length() - 1))
                        : event.written.equals(name))
                .toList();
        if (found.isEmpty()) {
            throw new Unacceptable.Invalid("events", "There is no such event. There are: " + names() + ".");
        }
        return found.stream();
    }

    static List<HookEvent> all() {
        return List.of(values());
    }

    private static String names() {
        return Arrays.stream(values()).map(HookEvent::toString).collect(Collectors.joining(", "));
    }

    @JsonValue
    @Override
    public String toString() {
        return written;
    }
}

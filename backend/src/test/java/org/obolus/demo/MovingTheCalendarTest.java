package org.obolus.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obolus.calendar.CalendarConfig;
import org.obolus.demo.Jumps.Jump;
import org.obolus.problems.Unacceptable;
import org.obolus.settlement.SettlementConfig;

class MovingTheCalendarTest {

    private final Jumps jumps = new Jumps(settings(CalendarConfig.class), settings(SettlementConfig.class));

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T10:00:00Z, MONTH_END, 2026-12-01T00:01:00Z",
        "2026-12-01T00:01:00Z, MONTH_END, 2027-01-01T00:01:00Z",
        "2026-12-01T00:01:00Z, SETTLEMENT, 2026-12-10T00:01:00Z",
        "2026-12-10T00:01:00Z, SETTLEMENT, 2027-01-10T00:01:00Z",
        "2026-08-31T12:00:00Z, RETURN, 2027-02-28T12:01:00Z"
    })
    void leadsToWhatIsToBeSeen(Instant now, Jump jump, Instant then) {
        assertThat(jumps.from(now, jump)).isEqualTo(then);
    }

    @Test
    void knowsNoOtherPlaces() {
        assertThatThrownBy(() -> Jump.of("yesterday")).isInstanceOf(Unacceptable.Invalid.class);
    }

    private static <T> T settings(Class<T> feature) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(feature)
                .build()
                .getConfigMapping(feature);
    }
}

package org.obolus.calendar;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Before the first request there is an open month. */
@Singleton
class CalendarStart {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    void ready(@Observes StartupEvent start, Months months) {
        months.closeWhatIsOver().await().atMost(PATIENCE);
    }
}

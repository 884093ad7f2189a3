package org.obolus.calendar;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The second clock, in real time: for tokens, cookies, limits, leases and retries, which the calendar never moves. */
class RealTime {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}

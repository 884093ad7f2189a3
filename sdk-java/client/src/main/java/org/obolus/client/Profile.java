package org.obolus.client;

import java.util.Objects;

/** What the caller says about themselves, and what of it others see. */
public record Profile(Person person, boolean showsProfile, boolean showsGiven, boolean showsReceived) {

    public Profile {
        Objects.requireNonNull(person, "person");
    }
}

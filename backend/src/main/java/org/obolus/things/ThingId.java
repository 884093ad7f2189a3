package org.obolus.things;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a thing; it stays the same when a thing is deleted and registered again. */
public record ThingId(@JsonValue long value) implements Comparable<ThingId> {

    @JsonCreator
    public ThingId {}

    @Override
    public int compareTo(ThingId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

package org.obolus.flattrapi;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Optional;

/** In which form an answer is wanted: by the ending of the address, else by what the client says it accepts. */
enum Format {
    JSON(".json", "application/json;charset=UTF-8"),
    TXT(".txt", "text/plain;charset=UTF-8"),
    AS(".as", "application/stream+json;charset=UTF-8"),
    ATOM(".atom", "application/atom+xml;charset=UTF-8");

    private final String ending;
    private final String type;

    Format(String ending, String type) {
        this.ending = ending;
        this.type = type;
    }

    String ending() {
        return ending;
    }

    String type() {
        return type;
    }

    static Optional<Format> ofEnding(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.ending.equals(ending))
                .findFirst();
    }

    boolean fits(MediaType accepted) {
        return accepted.isCompatible(MediaType.valueOf(type));
    }
}

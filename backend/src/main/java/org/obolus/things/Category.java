package org.obolus.things;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.obolus.problems.Problem;

/** What kind of thing it is, by the names of Flattr's API. */
public enum Category {
    TEXT("Text"),
    IMAGES("Images"),
    VIDEO("Video"),
    AUDIO("Audio"),
    SOFTWARE("Software"),
    PEOPLE("People"),
    REST("Other");

    private final String text;

    Category(String text) {
        this.text = text;
    }

    /** @throws Problem when there is no such category */
    public static Category of(String written) {
        return Arrays.stream(values())
                .filter(category -> category.toString().equals(written.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(ThingRefused.NoSuchCategory::new);
    }

    /** For people. */
    public String text() {
        return text;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

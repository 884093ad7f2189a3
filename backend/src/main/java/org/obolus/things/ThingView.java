package org.obolus.things;

import java.time.Instant;
import java.util.List;

/** A thing as it goes over the wire; the owner is null while nobody has proven it, or nobody is to know who has. */
public record ThingView(
        ThingId id,
        ThingUrl url,
        String title,
        String description,
        Category category,
        Language language,
        List<String> tags,
        boolean hidden,
        String identity,
        String owner,
        Instant createdAt,
        Instant updatedAt) {

    public static ThingView of(Thing thing) {
        var texts = thing.texts();
        return new ThingView(
                thing.id(),
                thing.url(),
                texts.title().orElse(null),
                texts.description().orElse(null),
                texts.category(),
                texts.language().orElse(null),
                texts.tags(),
                thing.hidden(),
                thing.identity().name().shown(),
                thing.receiver().orElse(null),
                thing.createdAt(),
                thing.updatedAt());
    }
}

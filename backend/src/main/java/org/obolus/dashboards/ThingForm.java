package org.obolus.dashboards;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.obolus.problems.Problem;
import org.obolus.things.Changes;
import org.obolus.things.Language;
import org.obolus.things.Thing;
import org.obolus.web.FilledForm;

/** The texts of a thing as a form has them, and what somebody changed in it. */
final class ThingForm {

    static final Changes UNCHANGED = Changes.of(new Changes.Written(null, null, null, null, null, null));

    private ThingForm() {}

    static FilledForm of(Thing thing) {
        var texts = thing.texts();
        return FilledForm.empty()
                .with("title", texts.title().orElse(""))
                .with("description", texts.description().orElse(""))
                .with("category", texts.category().toString())
                .with("language", texts.language().map(Language::id).orElse(""))
                .with("tags", String.join(", ", texts.tags()))
                .with("hidden", thing.hidden() ? "on" : "");
    }

    /** @throws Problem that names the first field that is not acceptable */
    static Changes changes(Thing thing, FilledForm form) {
        var before = of(thing);
        return Changes.of(new Changes.Written(
                changed(before, form, "title").orElse(null),
                changed(before, form, "description").orElse(null),
                changed(before, form, "category").orElse(null),
                changed(before, form, "language").orElse(null),
                changed(before, form, "tags").map(ThingForm::tags).orElse(null),
                !form.value("hidden").isEmpty()));
    }

    /** Browsers send line breaks as two characters. */
    private static Optional<String> changed(FilledForm before, FilledForm form, String field) {
        return Optional.of(form.value(field).replace("\r\n", "\n"))
                .filter(written -> !written.equals(before.value(field)));
    }

    private static List<String> tags(String written) {
        return Arrays.stream(written.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }
}

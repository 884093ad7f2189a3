package org.obolus.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.obolus.problems.Problem;

/**
 * What a person wrote into a form, and what was wrong with it, to show the form once more.
 *
 * @param values by field name; passwords are left out by whoever fills it
 * @param errors by field name; the empty name stands for the form as a whole
 */
public record FilledForm(Map<String, String> values, Map<String, String> errors) {

    private static final String WHOLE_FORM = "";

    public FilledForm {
        values = Map.copyOf(values);
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
    }

    public static FilledForm empty() {
        return new FilledForm(Map.of(), Map.of());
    }

    public static FilledForm of(MultivaluedMap<String, String> posted) {
        var first = posted.keySet().stream()
                .filter(name -> !name.contains("password") && posted.getFirst(name) != null)
                .collect(Collectors.toMap(name -> name, posted::getFirst));
        return new FilledForm(first, Map.of());
    }

    public FilledForm with(String field, String value) {
        var more = new LinkedHashMap<>(values);
        more.put(field, value);
        return new FilledForm(more, errors);
    }

    /** The same form with a refusal beside the field that it names, or on top when it names none that is here. */
    public FilledForm refused(Problem problem) {
        var named = problem.members().get("field") instanceof String field ? field : WHOLE_FORM;
        return refused(named, problem.getMessage());
    }

    /** The same form, with what the check refuses beside its field. */
    public FilledForm checked(Runnable check) {
        try {
            check.run();
            return this;
        } catch (Problem refused) {
            return refused(refused);
        }
    }

    public FilledForm refused(String field, String sentence) {
        var more = new LinkedHashMap<>(errors);
        more.put(field, sentence);
        return new FilledForm(values, more);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** The sentence beside this field, or null. */
    public String error(String field) {
        return errors.get(field);
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** What the summary on top lists, in the order in which it was found; an empty name links nowhere. */
    public List<Map.Entry<String, String>> summary() {
        return List.copyOf(errors.entrySet());
    }
}

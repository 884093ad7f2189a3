package org.obolus.social;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.obolus.things.Category;
import org.obolus.things.Language;
import org.obolus.web.FilledForm;

/** The search of a page as it was written into the address, to show it again and to lead on from it. */
record SearchForm(FilledForm form) {

    private static final String HERE = "/catalogue";
    private static final List<String> FIELDS =
            List.of("query", "tags", "url", "language", "category", "user", "sort", "page");

    static SearchForm of(MultivaluedMap<String, String> asked) {
        return new SearchForm(FilledForm.of(asked));
    }

    /** @throws org.obolus.problems.Problem that names the first field that is not acceptable */
    Search search() {
        return Search.of(new Search.Written(
                form.value("query"),
                form.value("tags"),
                form.value("url"),
                form.value("language"),
                form.value("category"),
                form.value("user"),
                form.value("sort"),
                form.value("page"),
                null));
    }

    /** Whether anything but the order is asked for. */
    public boolean isNarrowed() {
        return FIELDS.stream()
                .filter(field -> !"sort".equals(field) && !"page".equals(field))
                .anyMatch(field -> !form.value(field).isBlank());
    }

    /** Whether more than words is asked for, so that the filters are shown open. */
    public boolean isFiltered() {
        return isNarrowed()
                && FIELDS.subList(1, 6).stream()
                        .anyMatch(field -> !form.value(field).isBlank());
    }

    /** In the order in which they are offered; the best match only where words are asked for. */
    public List<Sort> sorts() {
        return List.of(Sort.values()).stream()
                .filter(sort -> sort != Sort.RELEVANCE || !form.value("query").isBlank())
                .toList();
    }

    public boolean isSortedBy(Sort sort) {
        var written = form.value("sort");
        return written.isEmpty() ? sort == sorts().get(0) : sort.toString().equals(written);
    }

    public List<Category> categories() {
        return List.of(Category.values());
    }

    public List<Language> languages() {
        return Language.all();
    }

    public String sortedBy(Sort sort) {
        return address(HERE, Map.of("sort", sort.toString(), "page", ""));
    }

    public String page(int page) {
        return address(HERE, Map.of("page", Integer.toString(page)));
    }

    public String feed() {
        return address(HERE + ".atom", Map.of("page", ""));
    }

    private String address(String path, Map<String, String> other) {
        var said = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> said.put(field, other.getOrDefault(field, form.value(field))));
        var query = said.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}

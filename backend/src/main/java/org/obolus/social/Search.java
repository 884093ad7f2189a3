package org.obolus.social;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.obolus.problems.Unacceptable;
import org.obolus.things.Category;
import org.obolus.things.Language;
import org.obolus.things.ThingUrl;

/**
 * What somebody looks for in the catalogue; what is empty does not narrow it.
 *
 * @param url a thing's address; one that ends with a slash stands for everything below it
 * @param user whose things
 */
public record Search(
        Optional<String> query,
        Optional<TagsExpression> tags,
        Optional<ThingUrl> url,
        List<Language> languages,
        List<Category> categories,
        Optional<String> user,
        Sort sort,
        Part part) {

    private static final int LONGEST_QUERY = 200;
    private static final int MOST_CHOICES = 20;

    /** What people and programs write; lists are separated by commas. */
    public record Written(
            String query,
            String tags,
            String url,
            String language,
            String category,
            String user,
            String sort,
            String page,
            String limit) {}

    /** @throws org.obolus.problems.Problem that names the first field that is not acceptable */
    public static Search of(Written written) {
        return new Search(
                said(written.query()).map(Search::query),
                said(written.tags()).map(TagsExpression::of),
                said(written.url()).map(ThingUrl::of),
                list("language", written.language(), Language::of),
                list("category", written.category(), Category::of),
                said(written.user()),
                said(written.sort()).map(Sort::of).orElse(Sort.RELEVANCE),
                Part.of(written.page(), written.limit()));
    }

    /** The listed things of one person, the most flattred first. */
    static Search by(String user, Part part) {
        return new Search(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(user),
                Sort.FLATTRS,
                part);
    }

    /** Whether what is found is sorted by how well it answers a question. */
    boolean isRanked() {
        return sort == Sort.RELEVANCE && query.isPresent();
    }

    private static String query(String written) {
        if (written.length() > LONGEST_QUERY) {
            throw new Unacceptable.Invalid("query", "Ask in at most " + LONGEST_QUERY + " characters.");
        }
        return written;
    }

    private static <T> List<T> list(String field, String written, Function<String, T> read) {
        var choices = said(written).map(text -> text.split(",")).orElse(new String[0]);
        if (choices.length > MOST_CHOICES) {
            throw new Unacceptable.Invalid(field, "Name at most " + MOST_CHOICES + " in the field " + field + ".");
        }
        return Arrays.stream(choices).map(read).distinct().toList();
    }

    /** What cannot be in a text of the database says nothing. */
    private static Optional<String> said(String written) {
        return Optional.ofNullable(written)
                .map(text -> text.replace('\0', ' ').strip())
                .filter(text -> !text.isEmpty());
    }
}

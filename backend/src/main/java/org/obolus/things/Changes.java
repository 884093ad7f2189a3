package org.obolus.things;

import java.util.List;
import java.util.Optional;
import org.obolus.identities.AssignedPages;
import org.obolus.problems.Problem;

/** What an owner says about a thing; what is empty stays as it is. */
public record Changes(
        Optional<String> title,
        Optional<String> description,
        Optional<Category> category,
        Optional<Language> language,
        Optional<List<String>> tags,
        Optional<Boolean> hidden,
        Optional<String> author) {

    private static final Length TITLE = new Length("title", 5, 100, 10_000);
    private static final Length DESCRIPTION = new Length("description", 5, 1000, 100_000);
    private static final Length TAG = new Length("tags", 1, 30, 1000);
    private static final int MOST_TAGS = 20;

    /**
     * What people write, before it is read: HTML in it, any length.
     *
     * @param author who wrote the page, by the name that its site has for them; an empty one takes it away
     */
    public record Written(
            String title,
            String description,
            String category,
            String language,
            List<String> tags,
            Boolean hidden,
            String author) {

        public Written(
                String title, String description, String category, String language, List<String> tags, Boolean hidden) {
            this(title, description, category, language, tags, hidden, null);
        }
    }

    /** @throws Problem that names the first field that is not acceptable, and its limit */
    public static Changes of(Written written) {
        return new Changes(
                Optional.ofNullable(written.title()).map(TITLE::line),
                Optional.ofNullable(written.description()).map(DESCRIPTION::lines),
                Optional.ofNullable(written.category()).map(Category::of),
                Optional.ofNullable(written.language()).map(Language::of),
                Optional.ofNullable(written.tags()).map(Changes::tags),
                Optional.ofNullable(written.hidden()),
                Optional.ofNullable(written.author()).map(Changes::author));
    }

    /** What is said later goes before what was said first. */
    Changes then(Changes later) {
        return new Changes(
                later.title.or(() -> title),
                later.description.or(() -> description),
                later.category.or(() -> category),
                later.language.or(() -> language),
                later.tags.or(() -> tags),
                later.hidden.or(() -> hidden),
                later.author.or(() -> author));
    }

    Changes withoutAuthor() {
        return new Changes(title, description, category, language, tags, hidden, Optional.empty());
    }

    private static String author(String written) {
        return written.isBlank() ? "" : AssignedPages.authorKey(written);
    }

    private static List<String> tags(List<String> written) {
        if (written.size() > MOST_TAGS) {
            throw new ThingRefused.TooManyTags(MOST_TAGS);
        }
        return written.stream().map(Changes::tag).distinct().toList();
    }

    private static String tag(String written) {
        if (written == null || written.contains(",")) {
            throw new ThingRefused.NotATag();
        }
        return TAG.line(written);
    }
}

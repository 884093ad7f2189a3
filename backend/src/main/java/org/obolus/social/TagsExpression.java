package org.obolus.social;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which tags things have to carry: {@code bread & (rye | wheat) & !yeast}. */
sealed interface TagsExpression {

    /** @throws org.obolus.problems.Unacceptable.Invalid that says what is wrong with it */
    static TagsExpression of(String written) {
        return new TagsParser(written).parse();
    }

    /** The condition on {@code t}, with each tag handed to the statement as a value. */
    String sql(Function<String, String> bind);

    boolean matches(Set<String> tags);

    /** One tag, whatever its case. */
    record Tag(String name) implements TagsExpression {

        public Tag {
            name = name.toLowerCase(Locale.ROOT);
        }

        @Override
        public String sql(Function<String, String> bind) {
            return "t.tag_keys @> array[lower(" + bind.apply(name) + "::text)]";
        }

        @Override
        public boolean matches(Set<String> tags) {
            return tags.contains(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Anything but this. */
    record Not(TagsExpression what) implements TagsExpression {

        @Override
        public String sql(Function<String, String> bind) {
            return "not (" + what.sql(bind) + ")";
        }

        @Override
        public boolean matches(Set<String> tags) {
            return !what.matches(tags);
        }

        @Override
        public String toString() {
            return "!" + (what instanceof Tag || what instanceof Not ? what.toString() : "(" + what + ")");
        }
    }

    /** All of these; two at least. */
    record And(List<TagsExpression> all) implements TagsExpression {

        public And {
            all = List.copyOf(all);
        }

        @Override
        public String sql(Function<String, String> bind) {
            return all.stream().map(one -> "(" + one.sql(bind) + ")").collect(Collectors.joining(" and "));
        }

        @Override
        public boolean matches(Set<String> tags) {
            return all.stream().allMatch(one -> one.matches(tags));
        }

        @Override
        public String toString() {
            return all.stream()
                    .map(one -> one instanceof Tag || one instanceof Not ? one.toString() : "(" + one + ")")
                    .collect(Collectors.joining(" & "));
        }
    }

    /** One of these; two at least. */
    record Or(List<TagsExpression> any) implements TagsExpression {

        public Or {
            any = List.copyOf(any);
        }

        @Override
        public String sql(Function<String, String> bind) {
            return any.stream().map(one -> "(" + one.sql(bind) + ")").collect(Collectors.joining(" or "));
        }

        @Override
        public boolean matches(Set<String> tags) {
            return any.stream().anyMatch(one -> one.matches(tags));
        }

        @Override
        public String toString() {
            return any.stream()
                    .map(one -> one instanceof Or ? "(" + one + ")" : one.toString())
                    .collect(Collectors.joining(" | "));
        }
    }
}

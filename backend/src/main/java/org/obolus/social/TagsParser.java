package org.obolus.social;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.obolus.problems.Unacceptable;

/**
 * Reads a tags expression: {@code |} or, {@code &} and, {@code !} not, parentheses; not binds most, or least. A tag is
 * whatever stands between these signs, spaces inside it included.
 */
final class TagsParser {

    private static final int LONGEST = 500;
    private static final int MOST_TAGS = 20;
    private static final int DEEPEST = 10;
    private static final String SIGNS = "|&!()";

    private final String text;
    private int at;
    private int tags;
    private int depth;

    TagsParser(String text) {
        this.text = text;
    }

    TagsExpression parse() {
        if (text.length() > LONGEST) {
            throw refused("has at most " + LONGEST + " characters");
        }
        var read = any();
        if (!text.substring(at).isBlank()) {
            throw refused("goes wrong at character " + (at + 1));
        }
        return read;
    }

    private TagsExpression any() {
        return several('|', this::all, TagsExpression.Or::new);
    }

    private TagsExpression all() {
        return several('&', this::one, TagsExpression.And::new);
    }

    private TagsExpression several(
            char between, Supplier<TagsExpression> next, Function<List<TagsExpression>, TagsExpression> join) {
        var read = new ArrayList<>(List.of(next.get()));
        while (comes(between)) {
            read.add(next.get());
        }
        return read.size() == 1 ? read.get(0) : join.apply(read);
    }

    private TagsExpression one() {
        if (comes('!')) {
            return inside(() -> new TagsExpression.Not(one()));
        }
        if (comes('(')) {
            return inside(this::parenthesis);
        }
        return tag();
    }

    private TagsExpression parenthesis() {
        var read = any();
        if (!comes(')')) {
            throw refused("lacks a )");
        }
        return read;
    }

    private TagsExpression inside(Supplier<TagsExpression> read) {
        depth++;
        if (depth > DEEPEST) {
            throw refused("is nested at most " + DEEPEST + " deep");
        }
        var found = read.get();
        depth--;
        return found;
    }

    private TagsExpression tag() {
        var begin = at;
        while (at < text.length() && SIGNS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        var name = text.substring(begin, at).strip();
        if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
            throw refused("lacks a tag at character " + (begin + 1));
        }
        tags++;
        if (tags > MOST_TAGS) {
            throw refused("names at most " + MOST_TAGS + " tags");
        }
        return new TagsExpression.Tag(name);
    }

    private boolean comes(char sign) {
        var next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next == text.length() || text.charAt(next) != sign) {
            return false;
        }
        at = next + 1;
        return true;
    }

    private static Unacceptable.Invalid refused(String why) {
        return new Unacceptable.Invalid(
                "tags", "The tags expression " + why + ": write a | b, a & b, !a, (a | b) & c.");
    }
}

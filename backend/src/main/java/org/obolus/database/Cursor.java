package org.obolus.database;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.obolus.problems.Unacceptable;

/** Where the next page of a list begins; people hand it back as it is, so that its inside may change. */
public record Cursor(List<String> keys) {

    private static final String BETWEEN = "\u001f";

    /** After the row with these sort keys. */
    public static Cursor after(Object... keys) {
        return new Cursor(Arrays.stream(keys).map(Object::toString).toList());
    }

    /** @throws Unacceptable.Invalid when no list of ours ever answered it */
    public static Cursor of(String written) {
        try {
            var read = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
            return new Cursor(List.of(read.split(BETWEEN, -1)));
        } catch (IllegalArgumentException unreadable) {
            throw invalid();
        }
    }

    /** @throws Unacceptable.Invalid when this cursor is of another list */
    public long number(int position) {
        try {
            return Long.parseLong(text(position));
        } catch (NumberFormatException otherList) {
            throw invalid();
        }
    }

    /** @throws Unacceptable.Invalid when this cursor is of another list */
    public String text(int position) {
        if (position >= keys.size()) {
            throw invalid();
        }
        return keys.get(position);
    }

    private static Unacceptable.Invalid invalid() {
        return new Unacceptable.Invalid(
                "cursor", "This cursor is not of this list. Follow the links of an answer, or begin without one.");
    }

    @Override
    public String toString() {
        var joined = keys.stream().collect(Collectors.joining(BETWEEN));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }
}

package org.obolus.apps;

import java.util.List;
import java.util.regex.Pattern;
import org.obolus.problems.Unacceptable;

/** An app as its developer wants it. */
record AppWish(String name, List<RedirectUri> redirects, boolean isConfidential, boolean isLegacy) {

    private static final int LONGEST_NAME = 60;
    private static final int MOST_REDIRECTS = 10;
    /** Characters that nobody sees could make a name look like another. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{C}|\\p{Zl}|\\p{Zp}");

    AppWish {
        name = name == null ? "" : name.strip();
        redirects = List.copyOf(redirects);
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || UNSEEN.matcher(name).find()) {
            throw new Unacceptable.Invalid(
                    "name", "An app has a name of 1 to " + LONGEST_NAME + " characters, by which people know it.");
        }
        if (redirects.isEmpty() || redirects.size() > MOST_REDIRECTS) {
            throw new Unacceptable.Invalid(
                    RedirectUri.FIELD, "Name 1 to " + MOST_REDIRECTS + " addresses, each on a line of its own.");
        }
        if (isLegacy && !isConfidential) {
            throw new Unacceptable.Invalid(
                    "legacy", "Old clients prove who they are with a secret, and this app has none.");
        }
    }

    /** @throws Unacceptable.Invalid that names the first field that is not acceptable */
    static AppWish of(String name, List<String> redirects, boolean isConfidential, boolean isLegacy) {
        var checked = redirects.stream().limit(MOST_REDIRECTS + 1L).map(RedirectUri::new);
        return new AppWish(name, checked.distinct().toList(), isConfidential, isLegacy);
    }
}

package org.obolus.web;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What a link says about itself in its {@code rel} attribute. */
public record Relations(Set<String> words) {

    /** Software marks what visitors wrote in these ways. */
    private static final Set<String> BY_VISITORS = Set.of("ugc", "nofollow", "sponsored");

    public Relations {
        words = Set.copyOf(words);
    }

    public static Relations of(String written) {
        return new Relations(
                new HashSet<>(Arrays.asList(written.toLowerCase(Locale.ROOT).split("[\\s;]+"))));
    }

    public Relations without(String word) {
        var others = new HashSet<>(words);
        others.remove(word);
        return new Relations(others);
    }

    public boolean has(String word) {
        return words.contains(word);
    }

    public boolean areOfAVisitor() {
        return !Collections.disjoint(words, BY_VISITORS);
    }
}

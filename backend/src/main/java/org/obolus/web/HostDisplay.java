package org.obolus.web;

import com.ibm.icu.text.SpoofChecker;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes a host for people, in Unicode only where it cannot pass for another name. */
final class HostDisplay {

    private static final SpoofChecker CHECKER = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE | SpoofChecker.MIXED_NUMBERS)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private HostDisplay() {}

    static String of(String host) {
        return Arrays.stream(host.split("\\.", -1)).map(HostDisplay::label).collect(Collectors.joining("."));
    }

    private static String label(String label) {
        return label.startsWith("xn--")
                ? DomainNames.toUnicode(label).filter(HostDisplay::isSafe).orElse(label)
                : label;
    }

    private static boolean isSafe(String label) {
        return !CHECKER.failsChecks(label) && !looksLikeAscii(label);
    }

    /** A label may be of one script and still look like Latin throughout, as Cyrillic names made to deceive do. */
    private static boolean looksLikeAscii(String label) {
        return CHECKER.getSkeleton(label).chars().allMatch(c -> c < 0x80);
    }
}

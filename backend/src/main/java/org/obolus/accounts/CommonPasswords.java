package org.obolus.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody would try first: well-known passwords, with digits and marks behind them or not, and runs of keys. */
final class CommonPasswords {

    private static final int FEWEST_DIFFERENT = 4;
    private static final List<String> RUNS = List.of(
            "0123456789012345678901234567890",
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiopasdfghjklzxcvbnm",
            "qwertzuiopasdfghjklyxcvbnm",
            "azertyuiopqsdfghjklmwxcvbn",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
            "1q2w3e4r5t6y7u8i9o0p");
    private static final Set<String> WORDS = words();

    private CommonPasswords() {}

    static boolean include(String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        return lower.chars().distinct().count() < FEWEST_DIFFERENT
                || WORDS.contains(lower)
                || WORDS.contains(lower.replaceAll("[^a-z]+$", ""))
                || WORDS.contains(withoutDisguise(lower))
                || RUNS.stream().anyMatch(run -> isRun(run, lower));
    }

    private static boolean isRun(String run, String lower) {
        return run.contains(lower) || new StringBuilder(run).reverse().indexOf(lower) >= 0;
    }

    private static String withoutDisguise(String lower) {
        return lower.replaceAll("[^a-z0-9@$]+$", "")
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('5', 's')
                .replace('$', 's');
    }

    private static Set<String> words() {
        try (var file = CommonPasswords.class.getResourceAsStream("/common-passwords.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package org.obolus.accounts;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.obolus.problems.Unacceptable;

/** What somebody typed as a password, in the one form that every keyboard's way of composing letters leads to. */
record Password(String value) {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 200;
    /** No letter is composed of more than four; what is longer is not even composed, which takes long. */
    private static final int LONGEST_WRITTEN = 4 * LONGEST;

    private static final int SHORTEST_TELLING_NAME = 3;

    Password {
        value = Normalizer.normalize(value, Normalizer.Form.NFKC);
    }

    /** What somebody typed to prove who they are; what is too long for any password becomes one that nobody has. */
    static Password typed(String written) {
        return new Password(written == null || isTooLong(written) ? "" : written);
    }

    /** A new password, with the rules for one; the field is named in the refusal. */
    static Password chosen(String field, String written, String username) {
        var password = typed(written);
        var length = length(written != null && isTooLong(written) ? written : password.value);
        if (length < SHORTEST || length > LONGEST) {
            throw new Unacceptable.Invalid(
                    field,
                    "A password has " + SHORTEST + " to " + LONGEST + " characters; this one has " + length + ".");
        }
        if (CommonPasswords.include(password.value)) {
            throw new Unacceptable.Invalid(
                    field, "This password is among the first that somebody would try. Choose another.");
        }
        if (username.length() >= SHORTEST_TELLING_NAME && password.holds(username)) {
            throw new Unacceptable.Invalid(field, "This password contains your username. Choose another.");
        }
        return password;
    }

    byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isTooLong(String written) {
        return written.length() > LONGEST_WRITTEN;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private boolean holds(String username) {
        return value.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT));
    }

    /** Never shown, so that no log holds one. */
    @Override
    public String toString() {
        return "(a password)";
    }
}

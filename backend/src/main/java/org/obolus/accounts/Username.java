package org.obolus.accounts;

import java.util.Optional;
import java.util.regex.Pattern;
import org.obolus.problems.Unacceptable;

/** The name that others see, which stands in addresses; written as its owner likes, unique whatever the case. */
record Username(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{1,29}");

    static Username of(String written) {
        return read(written)
                .orElseThrow(() -> new Unacceptable.Invalid(
                        "username",
                        "A username has 2 to 30 letters (a to z), digits, - or _, and begins with a letter or digit."));
    }

    /** Empty when nobody can have this name. */
    static Optional<Username> read(String written) {
        return Optional.ofNullable(written)
                .map(String::strip)
                .filter(name -> FORM.matcher(name).matches())
                .map(Username::new);
    }

    @Override
    public String toString() {
        return value;
    }
}

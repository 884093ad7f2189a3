package org.obolus.identities;

import java.util.Optional;
import java.util.regex.Pattern;

/** The number of somebody who is known by an e-mail address alone: it says nothing about that address. */
public record AddresseeId(long value) {

    private static final String BELOW = "/on/email/";
    private static final Pattern PATH = Pattern.compile(BELOW + "([1-9][0-9]{0,17})/?");

    /** Reads what {@link #path} writes; empty for every other path. */
    public static Optional<AddresseeId> ofPath(String path) {
        var match = PATH.matcher(path);
        return match.matches() ? Optional.of(new AddresseeId(Long.parseLong(match.group(1)))) : Optional.empty();
    }

    /** Where their page is on this server. */
    public String path() {
        return BELOW + value;
    }
}

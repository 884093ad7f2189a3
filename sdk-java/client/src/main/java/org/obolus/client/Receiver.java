package org.obolus.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Who a thing is for, as far as its author says so. */
public sealed interface Receiver {

    /** Somebody with an account on the server. */
    record Account(String username) implements Receiver {

        /** @throws IllegalArgumentException when nobody can have this username */
        public Account {
            if (!username.matches("[A-Za-z0-9][A-Za-z0-9_-]{1,29}")) {
                throw new IllegalArgumentException(
                        "A username has 2 to 30 letters, digits, hyphens or underscores: " + username);
            }
        }
    }

    /** Somebody of whom nothing is known but an e-mail address, which is not shown: its MD5, as Flattr had it. */
    static Identity email(String address) {
        try {
            var written = address.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return new Identity("email:"
                    + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(written)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has MD5.", impossible);
        }
    }

    /** Somebody known elsewhere, such as {@code github:user:id:4711}; they receive once they have claimed it. */
    record Identity(String name) implements Receiver {

        /** @throws IllegalArgumentException when it does not name a platform and somebody there */
        public Identity {
            if (!name.matches("[a-z0-9.-]+:\\S+")) {
                throw new IllegalArgumentException(
                        "An identity names a platform and somebody there, such as github:user:id:4711: " + name);
            }
        }
    }
}

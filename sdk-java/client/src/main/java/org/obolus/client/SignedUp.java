package org.obolus.client;

import java.util.Objects;

/** What somebody signed up with; a mail with a link follows. */
public record SignedUp(String username, String email) {

    public SignedUp {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(email, "email");
    }
}

package org.obolus.identities;

import java.util.Optional;
import org.obolus.accounts.AccountId;

/**
 * What is looked for at a site to see whether it is somebody's: their token, or a link to their profile.
 *
 * @param whose empty where somebody without an account placed the token
 */
record Sought(Optional<Person> whose, String token) {

    static final String NAME = "obolus-verification";

    /** Who has a profile that can be linked to. */
    record Person(AccountId account, String username) {}

    static Sought of(AccountId account, String username, String token) {
        return new Sought(Optional.of(new Person(account, username)), token);
    }

    static Sought of(String token) {
        return new Sought(Optional.empty(), token);
    }

    AccountId account() {
        return whose.orElseThrow().account();
    }

    Optional<String> username() {
        return whose.map(Person::username);
    }

    /** As a TXT record says it. */
    static String text(String token) {
        return NAME + "=" + token;
    }
}

package org.obolus.identities;

import org.obolus.accounts.AccountId;

/** What is looked for at a site to see whether it is somebody's: their token, or a link to their profile. */
record Sought(AccountId account, String username, String token) {

    static final String NAME = "obolus-verification";

    /** As a TXT record says it. */
    static String text(String token) {
        return NAME + "=" + token;
    }
}

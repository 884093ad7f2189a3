package org.obolus.flattrs;

import java.util.UUID;
import org.obolus.accounts.AccountId;
import org.obolus.problems.Unacceptable;
import org.obolus.things.ThingId;

/**
 * One supporter's wish to flattr one thing now.
 *
 * @param key what makes a repeated request the same request (rule 19); null when the caller sent none
 * @param app by which it came, so that its limit counts; null where the supporter did it without one
 */
record Click(AccountId supporter, ThingId thing, String key, UUID app) {

    private static final int LONGEST_KEY = 255;

    Click {
        if (key != null && (key.isEmpty() || key.length() > LONGEST_KEY || !key.matches("[\\x21-\\x7e]+"))) {
            throw new Unacceptable.Invalid(
                    "Idempotency-Key", "An Idempotency-Key has 1 to 255 visible ASCII characters.");
        }
    }

    Click(AccountId supporter, ThingId thing) {
        this(supporter, thing, null, null);
    }
}

package org.obolus.flattrs;

import java.util.Optional;
import java.util.UUID;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Grant;
import org.obolus.things.ThingId;

/** Who gives: a supporter, by their own hand or by an app that they have allowed to. */
public record Giver(AccountId supporter, Optional<UUID> app) {

    /** Somebody on one of our own pages. */
    public static Giver of(AccountId supporter) {
        return new Giver(supporter, Optional.empty());
    }

    /** Whoever a request acts for, and by what. */
    public static Giver of(Grant grant) {
        return new Giver(grant.account(), grant.app());
    }

    Click click(ThingId thing, Optional<String> idempotencyKey) {
        return new Click(supporter, thing, idempotencyKey.orElse(null), app.orElse(null));
    }
}

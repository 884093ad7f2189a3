package org.obolus.testing;

import io.restassured.response.ValidatableResponse;

/** How an operator decides a contest. */
public final class AnOperatorsWord {

    private AnOperatorsWord() {}

    /** @param about an identity, or the host of a site */
    public static ValidatableResponse decides(Person operator, String about, Person winner, String reason) {
        return operator.asks()
                .body("{\"winner\": \"" + winner.username() + "\", \"reason\": \"" + reason + "\"}")
                .post("/api/v1/operator/contests/{about}/decision", about)
                .then();
    }
}

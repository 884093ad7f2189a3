package org.obolus.web;

import java.util.Optional;

/** Tells the page frame and the limits who is there; whoever keeps the sessions implements it. */
public interface Visitor {

    /** The name of the person who is logged in during the current request. */
    Optional<String> username();

    /** What the token or log-in of the current request is known by. */
    Optional<String> tokenName();

    /** What the app is known by that sent the current request for somebody. */
    default Optional<String> appName() {
        return Optional.empty();
    }
}

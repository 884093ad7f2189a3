package org.obolus.web;

import java.util.Optional;

/** Tells the page frame who is looking; whoever keeps the sessions implements it. */
public interface Visitor {

    /** The name of the person who is logged in during the current request. */
    Optional<String> username();
}

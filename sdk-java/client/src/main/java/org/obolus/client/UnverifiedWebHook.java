package org.obolus.client;

/** A web hook that is not the server's, or that is too old: answer it with 400 and do nothing. */
public final class UnverifiedWebHook extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnverifiedWebHook(String sentence) {
        super(sentence);
    }
}

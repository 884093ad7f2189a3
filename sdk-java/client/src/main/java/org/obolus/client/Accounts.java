package org.obolus.client;

/** Signing up, and whose the token is. */
public final class Accounts {

    private final AsyncAccounts later;

    Accounts(AsyncAccounts later) {
        this.later = later;
    }

    /**
     * Whose the token is.
     *
     * <p>Any token; the address only with the scope {@code email}.
     */
    public Account me() {
        return Line.await(later.me());
    }

    /**
     * Signs somebody up; a mail with a link follows.
     *
     * <p>No scope. Problems: {@code username_taken}, {@code invalid}, {@code too_many_requests}.
     */
    public SignedUp signUp(String username, String email, String password) {
        return Line.await(later.signUp(username, email, password));
    }

    /**
     * Has the mail that confirms an address sent again, if there is anything to confirm.
     *
     * <p>No scope. Problems: {@code invalid}, {@code too_many_requests}.
     */
    public void mailConfirmationAgain(String email) {
        Line.await(later.mailConfirmationAgain(email));
    }

    /**
     * Confirms an address with the secret that was mailed there.
     *
     * <p>No scope. Problems: {@code link_spent}.
     */
    public void confirm(String secret) {
        Line.await(later.confirm(secret));
    }

    /**
     * Has a link mailed by which a new password can be chosen, if there is such an account.
     *
     * <p>No scope. Problems: {@code invalid}, {@code too_many_requests}.
     */
    public void mailReset(String email) {
        Line.await(later.mailReset(email));
    }

    /**
     * Chooses a new password with the secret that was mailed; ends all log-ins and tokens.
     *
     * <p>No scope. Problems: {@code link_spent}, {@code invalid}.
     */
    public void reset(String secret, String newPassword) {
        Line.await(later.reset(secret, newPassword));
    }
}

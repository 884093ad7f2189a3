package org.obolus.client;

import java.util.concurrent.CompletableFuture;

/** Signing up, and whose the token is. Each answer comes later. */
public final class AsyncAccounts {

    private static final String HERE = "/api/v1/accounts";

    private final Line line;

    AsyncAccounts(Line line) {
        this.line = line;
    }

    /** Later what {@link Accounts#me()} answers. */
    public CompletableFuture<Account> me() {
        return line.ask(Call.get("/api/v1/account", Json.as(Account.class)));
    }

    /** Later what {@link Accounts#signUp(String, String, String)} answers. */
    public CompletableFuture<SignedUp> signUp(String username, String email, String password) {
        var asked = Body.empty().with("username", username).with("email", email).with("password", password);
        return line.ask(Call.post(HERE, asked, Json.as(SignedUp.class)).once());
    }

    /** Later what {@link Accounts#mailConfirmationAgain(String)} answers. */
    public CompletableFuture<Void> mailConfirmationAgain(String email) {
        return line.ask(Call.post("/api/v1/confirmation-mails", Body.empty().with("email", email), Json.nothing())
                .once());
    }

    /** Later what {@link Accounts#confirm(String)} answers. */
    public CompletableFuture<Void> confirm(String secret) {
        return line.ask(Call.post("/api/v1/confirmations", Body.empty().with("secret", secret), Json.nothing())
                .once());
    }

    /** Later what {@link Accounts#mailReset(String)} answers. */
    public CompletableFuture<Void> mailReset(String email) {
        return line.ask(Call.post("/api/v1/reset-mails", Body.empty().with("email", email), Json.nothing())
                .once());
    }

    /** Later what {@link Accounts#reset(String, String)} answers. */
    public CompletableFuture<Void> reset(String secret, String newPassword) {
        var asked = Body.empty().with("secret", secret).with("new_password", newPassword);
        return line.ask(Call.post("/api/v1/resets", asked, Json.nothing()).once());
    }
}

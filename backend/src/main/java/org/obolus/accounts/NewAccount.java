package org.obolus.accounts;

/** What somebody wants to sign up with. */
record NewAccount(Username username, EmailAddress email, Password password) {

    static NewAccount of(String username, String email, String password) {
        var name = Username.of(username);
        return new NewAccount(name, EmailAddress.of(email), Password.chosen("password", password, name.value()));
    }
}

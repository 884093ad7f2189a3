package org.obolus.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.obolus.web.Neighbourhood;
import org.obolus.web.Neighbourhoods;
import org.obolus.web.NextPage;

/** Signing up, and the caller's own account. */
@Path("/api/v1")
class AccountResource {

    private final Accounts accounts;
    private final Caller caller;
    private final RoutingContext request;
    private final Neighbourhoods neighbourhoods;

    AccountResource(Accounts accounts, Caller caller, RoutingContext request, Neighbourhoods neighbourhoods) {
        this.accounts = accounts;
        this.caller = caller;
        this.request = request;
        this.neighbourhoods = neighbourhoods;
    }

    record SignUpAsked(String username, String email, String password) {}

    /** What was signed up with; nothing that would tell whether the address was known. */
    record SignedUp(String username, String email) {}

    record Address(String email) {}

    record Secret(String secret) {}

    record NewPassword(String oldPassword, String newPassword) {}

    record Reset(String secret, String newPassword) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record AccountView(AccountId id, String username, Optional<String> email, boolean operator, Instant createdAt) {

        static AccountView of(Account account, boolean withEmail) {
            var email = Optional.of(account.email()).filter(address -> withEmail);
            return new AccountView(account.id(), account.username(), email, account.isOperator(), account.createdAt());
        }
    }

    @POST
    @Path("accounts")
    @ResponseStatus(201)
    public Uni<SignedUp> signUp(SignUpAsked asked) {
        var wanted = NewAccount.of(asked.username(), asked.email(), asked.password());
        return accounts.signUp(wanted, here(), NextPage.of(null))
                .replaceWith(
                        new SignedUp(wanted.username().value(), wanted.email().value()));
    }

    @POST
    @Path("confirmation-mails")
    @ResponseStatus(202)
    public Uni<Void> confirmAgain(Address asked) {
        return accounts.confirmAgain(EmailAddress.of(asked.email()), here(), NextPage.of(null));
    }

    @POST
    @Path("confirmations")
    public Uni<Void> confirm(Secret asked) {
        return accounts.confirm(asked.secret()).replaceWithVoid();
    }

    @POST
    @Path("reset-mails")
    @ResponseStatus(202)
    public Uni<Void> forgot(Address asked) {
        return accounts.forgot(EmailAddress.of(asked.email()), here());
    }

    @POST
    @Path("resets")
    public Uni<Void> reset(Reset asked) {
        return accounts.reset(asked.secret(), asked.newPassword());
    }

    @POST
    @Path("password")
    public Uni<Void> changePassword(NewPassword asked) {
        return accounts.changePassword(caller.person(), Password.typed(asked.oldPassword()), asked.newPassword());
    }

    @GET
    @Path("account")
    public Uni<AccountView> me() {
        var grant = caller.require();
        return accounts.me(grant.account())
                .map(account -> AccountView.of(account, grant.scopes().contains(Scope.EMAIL)));
    }

    private Neighbourhood here() {
        return neighbourhoods.of(request);
    }
}

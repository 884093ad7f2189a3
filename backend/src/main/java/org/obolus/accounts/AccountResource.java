package org.obolus.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.obolus.web.Neighbourhood;
import org.obolus.web.Neighbourhoods;
import org.obolus.web.NextPage;

/** Signing up, and the caller's own account. */
@Path("/api/v1")
@Tag(name = "accounts")
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

    @Schema(name = "EmailAddressAsked")
    record Address(String email) {}

    @Schema(name = "MailedSecret")
    record Secret(String secret) {}

    record NewPassword(String oldPassword, String newPassword) {}

    @Schema(name = "PasswordReset")
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
    @SecurityRequirements
    @APIResponse(
            responseCode = "201",
            description = "Done",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SignedUp.class)))
    @Operation(summary = "Sign up; a mail with a link follows")
    @ResponseStatus(201)
    public Uni<SignedUp> signUp(SignUpAsked asked) {
        var wanted = NewAccount.of(asked.username(), asked.email(), asked.password());
        return accounts.signUp(wanted, here(), NextPage.of(null))
                .replaceWith(
                        new SignedUp(wanted.username().value(), wanted.email().value()));
    }

    @POST
    @Path("confirmation-mails")
    @SecurityRequirements
    @APIResponse(responseCode = "202", description = "Sent, if there is anything to confirm")
    @Operation(summary = "Have the mail that confirms an address sent again")
    @ResponseStatus(202)
    public Uni<Void> confirmAgain(Address asked) {
        return accounts.confirmAgain(EmailAddress.of(asked.email()), here(), NextPage.of(null));
    }

    @POST
    @Path("confirmations")
    @SecurityRequirements
    @APIResponse(responseCode = "204", description = "Confirmed")
    @Operation(summary = "Confirm an address with the secret that was mailed there")
    public Uni<Void> confirm(Secret asked) {
        return accounts.confirm(asked.secret()).replaceWithVoid();
    }

    @POST
    @Path("reset-mails")
    @SecurityRequirements
    @APIResponse(responseCode = "202", description = "Sent, if there is such an account")
    @Operation(summary = "Have a link mailed by which a new password can be chosen")
    @ResponseStatus(202)
    public Uni<Void> forgot(Address asked) {
        return accounts.forgot(EmailAddress.of(asked.email()), here());
    }

    @POST
    @Path("resets")
    @SecurityRequirements
    @APIResponse(responseCode = "204", description = "Changed")
    @Operation(summary = "Choose a new password with the secret that was mailed; ends all log-ins and tokens")
    public Uni<Void> reset(Reset asked) {
        return accounts.reset(asked.secret(), asked.newPassword());
    }

    @POST
    @Path("password")
    @APIResponse(responseCode = "204", description = "Changed")
    @Operation(summary = "Change my password; ends all other log-ins and tokens")
    public Uni<Void> changePassword(NewPassword asked) {
        return accounts.changePassword(caller.person(), Password.typed(asked.oldPassword()), asked.newPassword());
    }

    @GET
    @Path("account")
    @Operation(summary = "Who I am; the address only with the scope email")
    public Uni<AccountView> me() {
        var grant = caller.require();
        return accounts.me(grant.account())
                .map(account -> AccountView.of(account, grant.scopes().contains(Scope.EMAIL)));
    }

    private Neighbourhood here() {
        return neighbourhoods.of(request);
    }
}

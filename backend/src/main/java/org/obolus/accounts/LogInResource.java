package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Logging in and out, and where one is logged in. */
@Path("/api/v1")
@Tag(name = "log-in")
class LogInResource {

    private final Accounts accounts;
    private final Caller caller;
    private final Sessions sessions;

    LogInResource(Accounts accounts, Caller caller, Sessions sessions) {
        this.accounts = accounts;
        this.caller = caller;
        this.sessions = sessions;
    }

    record LogInAsked(String name, String password) {}

    record LoggedIn(AccountId id, String username, Instant expiresAt) {

        static LoggedIn of(Grant grant) {
            return new LoggedIn(grant.account(), grant.username(), grant.expiresAt());
        }
    }

    record LogInView(UUID id, String browser, Instant createdAt, Instant expiresAt, boolean current) {

        static LogInView of(Grants.Active active, UUID current) {
            return new LogInView(
                    active.id(),
                    active.name(),
                    active.createdAt(),
                    active.expiresAt(),
                    active.id().equals(current));
        }
    }

    @POST
    @Path("log-in")
    @SecurityRequirements
    @APIResponse(
            responseCode = "200",
            description = "Done",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LoggedIn.class)))
    @Operation(summary = "Log in at a browser: sets the cookie of the session")
    public Uni<Response> logIn(LogInAsked asked) {
        return sessions.begin(asked.name(), Password.typed(asked.password()))
                .map(begun -> Response.ok(LoggedIn.of(begun.grant()))
                        .cookie(begun.cookie())
                        .build());
    }

    @POST
    @Path("log-out")
    @APIResponse(responseCode = "204", description = "Logged out")
    @Operation(summary = "Log out here")
    public Uni<Response> logOut() {
        return sessions.end()
                .map(cookies -> Response.noContent().cookie(cookies).build());
    }

    @GET
    @Path("log-ins")
    @Operation(summary = "Where I am logged in")
    public Uni<List<LogInView>> logIns() {
        var grant = caller.person();
        return accounts.active(grant.account(), Grant.Kind.BROWSER)
                .map(active -> active.stream()
                        .map(one -> LogInView.of(one, grant.id()))
                        .toList());
    }

    @DELETE
    @Path("log-ins/{id}")
    @Operation(summary = "End one of my log-ins")
    public Uni<Void> endLogIn(@PathParam("id") UUID id) {
        return accounts.end(caller.person().account(), id);
    }
}

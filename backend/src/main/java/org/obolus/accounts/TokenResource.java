package org.obolus.accounts;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The caller's personal tokens. */
@Path("/api/v1/tokens")
@Tag(name = "tokens")
class TokenResource {

    private final Accounts accounts;
    private final Caller caller;

    TokenResource(Accounts accounts, Caller caller) {
        this.accounts = accounts;
        this.caller = caller;
    }

    record NewToken(String name, List<String> scopes) {

        Set<Scope> wanted() {
            return scopes == null
                    ? Set.of()
                    : scopes.stream().filter(Objects::nonNull).map(Scope::of).collect(Collectors.toSet());
        }
    }

    /** The only answer that ever holds the token itself. */
    record TokenMade(UUID id, String name, List<String> scopes, Instant createdAt, Instant expiresAt, String token) {

        static TokenMade of(Grants.Issued issued) {
            var grant = issued.grant();
            return new TokenMade(
                    grant.id(),
                    issued.name(),
                    Scope.sorted(grant.scopes()),
                    issued.createdAt(),
                    grant.expiresAt(),
                    issued.token());
        }
    }

    record TokenView(UUID id, String name, List<String> scopes, Instant createdAt, Instant expiresAt) {

        static TokenView of(Grants.Active active) {
            return new TokenView(
                    active.id(), active.name(), Scope.sorted(active.scopes()), active.createdAt(), active.expiresAt());
        }
    }

    @POST
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Done",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TokenMade.class)))
    @Operation(summary = "Make a personal token; only a person at a browser can")
    public Uni<TokenMade> make(NewToken asked) {
        return accounts.makeToken(caller.person(), asked.name(), asked.wanted()).map(TokenMade::of);
    }

    @GET
    @Operation(summary = "My personal tokens, without the tokens themselves")
    public Uni<List<TokenView>> list() {
        return accounts.active(caller.person().account(), Grant.Kind.PERSONAL)
                .map(active -> active.stream().map(TokenView::of).toList());
    }

    @DELETE
    @Operation(summary = "End one of my tokens at once")
    @Path("{id}")
    public Uni<Void> end(@PathParam("id") UUID id) {
        return accounts.end(caller.person().account(), id);
    }
}

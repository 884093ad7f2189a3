package org.obolus.apps;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** Where programs exchange, end and ask about tokens; they are answered as RFC 6749 says, and by nothing else. */
@Path("/oauth")
@Consumes(MediaType.WILDCARD)
class OAuthResource {

    private final Clients clients;
    private final IssueTokens issueTokens;
    private final TokenStates tokenStates;
    private final RegisterItself registerItself;
    private final OAuthLimits limits;
    private final ObjectMapper json;
    private final String server;

    OAuthResource(
            Clients clients,
            IssueTokens issueTokens,
            TokenStates tokenStates,
            RegisterItself registerItself,
            OAuthLimits limits,
            ObjectMapper json,
            @ConfigProperty(name = "obolus.url") String server) {
        this.clients = clients;
        this.issueTokens = issueTokens;
        this.tokenStates = tokenStates;
        this.registerItself = registerItself;
        this.limits = limits;
        this.json = json;
        this.server = server;
    }

    /** A refusal (RFC 6749, section 5.2). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refusal(String error, String errorDescription, String errorUri) {}

    @POST
    @Path("token")
    @Operation(hidden = true)
    public Uni<Response> token(@Context HttpHeaders headers, String body) {
        return answer(
                headers,
                body,
                sent -> clients.of(sent)
                        .chain(app -> issueTokens.to(app, sent.fields()))
                        .map(OAuthResource::ok));
    }

    @POST
    @Path("revoke")
    @Operation(hidden = true)
    public Uni<Response> revoke(@Context HttpHeaders headers, String body) {
        return answer(
                headers,
                body,
                sent -> clients.of(sent)
                        .chain(app -> tokenStates.revoke(app, sent.fields().required("token")))
                        .map(done -> Response.ok().build()));
    }

    @POST
    @Path("introspect")
    @Operation(hidden = true)
    public Uni<Response> introspect(@Context HttpHeaders headers, String body) {
        return answer(
                headers,
                body,
                sent -> clients.withSecret(sent)
                        .chain(app -> tokenStates.of(app, sent.fields().required("token")))
                        .map(OAuthResource::ok));
    }

    @POST
    @Path("register")
    @Operation(hidden = true)
    public Uni<Response> register(String body) {
        return refusing(limits.here()
                .chain(() -> registerItself.with(Sent.object(body, json)))
                .map(registered -> unkept(
                                Response.status(Response.Status.CREATED).entity(registered))
                        .build()));
    }

    private Uni<Response> answer(HttpHeaders headers, String body, Function<Sent, Uni<Response>> work) {
        return refusing(limits.here().chain(() -> work.apply(Sent.of(headers, body, json))));
    }

    private Uni<Response> refusing(Uni<Response> work) {
        return work.onFailure(Problem.class).recoverWithItem(this::refusal);
    }

    private Response refusal(Problem refused) {
        var type = refused.type();
        var address = server + type.uri();
        var answer =
                unkept(Response.status(type.status()).entity(new Refusal(type.code(), refused.getMessage(), address)));
        if (type == ProblemType.INVALID_CLIENT) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"obolus\"");
        }
        Optional.ofNullable(refused.members().get("retry_after"))
                .ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.build();
    }

    private static Response ok(Object answer) {
        return unkept(Response.ok(answer)).build();
    }

    private static Response.ResponseBuilder unkept(Response.ResponseBuilder answer) {
        return answer.type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Pragma", "no-cache");
    }
}

package org.obolus.identities;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.web.Answers;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;
import org.obolus.web.Secret;

/** Who somebody has shown to be on a platform, what waits for them there, and the one button that collects it. */
@Path(ProvenPages.HERE)
@Produces(MediaType.TEXT_HTML)
class ProvenPages {

    static final String HERE = ClaimPages.HERE + "/proven";

    private final ClaimPerson claimPerson;
    private final ReadProven readProven;
    private final OptOut optOut;
    private final ClaimCookies cookies;
    private final Caller caller;
    private final Frames frames;
    private final RoutingContext request;

    ProvenPages(
            ClaimPerson claimPerson,
            ReadProven readProven,
            OptOut optOut,
            ClaimCookies cookies,
            Caller caller,
            Frames frames,
            RoutingContext request) {
        this.claimPerson = claimPerson;
        this.readProven = readProven;
        this.optOut = optOut;
        this.cookies = cookies;
        this.caller = caller;
        this.frames = frames;
        this.request = request;
    }

    @CheckedTemplate(basePath = "identities", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance proven(PageFrame frame, ReadProven.Shown person);

        static native TemplateInstance optedOut(PageFrame frame, ReadProven.Shown person);
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> show() {
        var frame = frames.here();
        var me = caller.account();
        return cookies.proven(request)
                .map(secret -> readProven
                        .of(secret, me)
                        .map(found -> found.map(person -> Response.ok(Templates.proven(frame, person))
                                        .build())
                                .orElseGet(() -> Answers.goOn(ClaimPages.HERE))))
                .orElseGet(() -> Uni.createFrom().item(Answers.goOn(ClaimPages.HERE)));
    }

    @POST
    @Operation(hidden = true)
    public Uni<Response> collect() {
        var me = caller.byOwnHand(Scope.THING);
        return claimPerson
                .claim(me, proof())
                .map(outcome -> Answers.goOn(MyPeoplePages.after(outcome), cookies.used()));
    }

    /** Without an account, by the same proof as a claim; the page says what that meant. */
    @POST
    @Path("opt-out")
    @Operation(hidden = true)
    public Uni<Response> optOut() {
        var frame = frames.here();
        var proof = proof();
        var me = caller.account();
        return readProven
                .of(proof, me)
                .map(found -> found.orElseThrow(LogInRefused.NotProven::new))
                .call(person -> optOut.begin(person.user().identity(), ClaimPerson.PROOF, me))
                .call(() -> claimPerson.forget(proof))
                .map(person -> Response.ok(Templates.optedOut(frame, person))
                        .cookie(cookies.used())
                        .build());
    }

    @POST
    @Path("forget")
    @Operation(hidden = true)
    public Uni<Response> forget() {
        return claimPerson.forget(proof()).replaceWith(Answers.goOn(ClaimPages.HERE, cookies.used()));
    }

    private Secret proof() {
        return cookies.proven(request).orElseThrow(LogInRefused.NotProven::new);
    }
}

package org.obolus.identities;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.problems.Problem;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.Neighbourhoods;
import org.obolus.web.PageFrame;

/** Where people find out that something waits for them, go to a platform to show who they are, and come back from it. */
@Path(ClaimPages.HERE)
@Produces(MediaType.TEXT_HTML)
class ClaimPages {

    static final String HERE = "/claim";
    static final String BACK = "back";
    static final String SERVER = "server";

    private final LogInPlatforms platforms;
    private final PlatformLogIns logIns;
    private final BeginOnServer onServer;
    private final ClaimPerson claimPerson;
    private final ClaimCookies cookies;
    private final Frames frames;
    private final RoutingContext request;
    private final Neighbourhoods neighbourhoods;

    ClaimPages(
            LogInPlatforms platforms,
            PlatformLogIns logIns,
            BeginOnServer onServer,
            ClaimPerson claimPerson,
            ClaimCookies cookies,
            Frames frames,
            RoutingContext request,
            Neighbourhoods neighbourhoods) {
        this.platforms = platforms;
        this.logIns = logIns;
        this.onServer = onServer;
        this.claimPerson = claimPerson;
        this.cookies = cookies;
        this.frames = frames;
        this.request = request;
        this.neighbourhoods = neighbourhoods;
    }

    @CheckedTemplate(basePath = "identities", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance claim(PageFrame frame, List<LogInPlatforms.Choice> platforms, FilledForm form);

        static native TemplateInstance onward(PageFrame frame, String platform, String address);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance claim() {
        return page(FilledForm.empty());
    }

    @POST
    @Path("{platform}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> begin(@PathParam("platform") String name, MultivaluedMap<String, String> posted) {
        var form = FilledForm.of(posted);
        return Uni.createFrom()
                .deferred(() -> begin(name, form))
                .map(this::onward)
                .onFailure(Problem.class)
                .recoverWithItem(refused -> Answers.refused(refused, page(refused(form, refused))));
    }

    @GET
    @Path("{platform}/" + BACK)
    @Operation(hidden = true)
    public Uni<Response> back(@PathParam("platform") String name, @Context UriInfo address) {
        var answer = CameBack.of(address.getQueryParameters(), cookies.away(request));
        return logIns.end(name, answer)
                .chain(claimPerson::prove)
                .map(proof -> Answers.goOn(ProvenPages.HERE, cookies.back(), cookies.onceProven(proof)))
                .map(ClaimPages::untold);
    }

    private Uni<PlatformLogIns.Begun> begin(String name, FilledForm form) {
        var here = neighbourhoods.of(request);
        return form.values().containsKey(SERVER)
                ? onServer.begin(name, form.value(SERVER), here)
                : logIns.begin(platforms.named(name), here);
    }

    /** A page that the browser leaves at once by itself: what answers a form may lead nowhere else. */
    private Response onward(PlatformLogIns.Begun begun) {
        var page = Templates.onward(frames.here(), begun.platform().shown(), begun.address());
        return untold(with(Response.ok(page), cookies.whileAway(begun.browser())));
    }

    private static Response with(Response.ResponseBuilder answer, NewCookie cookie) {
        return answer.cookie(cookie).build();
    }

    /** Neither code nor state in an address is told to anybody else. */
    private static Response untold(Response answer) {
        return Response.fromResponse(answer)
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private TemplateInstance page(FilledForm form) {
        return Templates.claim(frames.here(), platforms.all(), form);
    }

    /** What is wrong about a server stands beside its field. */
    private static FilledForm refused(FilledForm form, Problem refused) {
        return form.values().containsKey(SERVER) ? form.refused(SERVER, refused.getMessage()) : form.refused(refused);
    }
}

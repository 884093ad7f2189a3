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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.EmailAddress;
import org.obolus.problems.Problem;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.Neighbourhoods;
import org.obolus.web.PageFrame;

/** Where people who have no account, and want none, say that they want no flattrs. */
@Path("/opt-out")
@Produces(MediaType.TEXT_HTML)
class OptOutPages {

    private static final String SITE = "site";
    private static final String DONE = "/opt-out/done";

    private final OptOutAlone optOut;
    private final OptOutTokens tokens;
    private final OptOutLinks links;
    private final Frames frames;
    private final RoutingContext request;
    private final Neighbourhoods neighbourhoods;
    private final boolean mailsShown;

    OptOutPages(
            OptOutAlone optOut,
            OptOutTokens tokens,
            OptOutLinks links,
            Frames frames,
            RoutingContext request,
            Neighbourhoods neighbourhoods,
            @ConfigProperty(name = "obolus.mails.shown") boolean mailsShown) {
        this.optOut = optOut;
        this.tokens = tokens;
        this.links = links;
        this.frames = frames;
        this.request = request;
        this.neighbourhoods = neighbourhoods;
        this.mailsShown = mailsShown;
    }

    @CheckedTemplate(basePath = "identities", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance optOut(PageFrame frame, FilledForm form);

        static native TemplateInstance optOutSite(PageFrame frame, OptOutTokens.Placing placing, FilledForm form);

        static native TemplateInstance optOutMailSent(PageFrame frame, boolean mailsShown);

        static native TemplateInstance optOutEmail(PageFrame frame);

        static native TemplateInstance optOutDone(PageFrame frame);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance optOut() {
        return Templates.optOut(frames.here(), FilledForm.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response begin(MultivaluedMap<String, String> posted) {
        var form = FilledForm.of(posted);
        try {
            return Answers.goOn("/opt-out/site"
                    + tokens.begin(SiteHost.of(form.value(SITE))).query());
        } catch (Problem refused) {
            var again = form.refused(SITE, refused.getMessage());
            return Answers.refused(refused, Templates.optOut(frames.here(), again));
        }
    }

    @GET
    @Path("site")
    @Operation(hidden = true)
    public Response site(@QueryParam("host") String host, @QueryParam("seed") String seed) {
        return tokens.again(host, seed)
                .map(placing -> Answers.secret(Templates.optOutSite(frames.here(), placing, FilledForm.empty())))
                .orElseGet(() -> Answers.goOn("/opt-out"));
    }

    @POST
    @Path("site")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> look(@QueryParam("host") String host, @QueryParam("seed") String seed) {
        var placing = tokens.again(host, seed);
        if (placing.isEmpty()) {
            return Uni.createFrom().item(Answers.goOn("/opt-out"));
        }
        var frame = frames.here();
        return optOut.bySite(placing.get(), neighbourhoods.of(request))
                .map(done -> Answers.goOn(DONE))
                .onFailure(Problem.class)
                .recoverWithItem(refused -> Answers.refused(
                        refused,
                        Templates.optOutSite(
                                frame, placing.get(), FilledForm.empty().refused("", refused.getMessage()))));
    }

    @POST
    @Path("email")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> sendLink(MultivaluedMap<String, String> posted) {
        var form = FilledForm.of(posted);
        var frame = frames.here();
        return Uni.createFrom()
                .deferred(() -> optOut.sendLink(EmailAddress.of(form.value("email")), neighbourhoods.of(request)))
                .map(sent -> Answers.goOn("/opt-out/mail-sent"))
                .onFailure(Problem.class)
                .recoverWithItem(refused -> Answers.refused(refused, Templates.optOut(frame, form.refused(refused))));
    }

    @GET
    @Path("mail-sent")
    @Operation(hidden = true)
    public TemplateInstance mailSent() {
        return Templates.optOutMailSent(frames.here(), mailsShown);
    }

    /** Looking at a link does nothing; its button does. */
    @GET
    @Path("email/{link}")
    @Operation(hidden = true)
    public Response email(@PathParam("link") String link) {
        try {
            links.read(link);
            return Answers.secret(Templates.optOutEmail(frames.here()));
        } catch (IdentityRefused.LinkOver over) {
            return begunAgain(over, frames.here());
        }
    }

    @POST
    @Path("email/{link}")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> byLink(@PathParam("link") String link) {
        var frame = frames.here();
        return optOut.byLink(link, neighbourhoods.of(request))
                .replaceWith(Answers.goOn(DONE))
                .onFailure(Problem.class)
                .recoverWithItem(refused -> begunAgain(refused, frame));
    }

    /** Where another link can be had. */
    private static Response begunAgain(Problem refused, PageFrame frame) {
        return Answers.refused(
                refused, Templates.optOut(frame, FilledForm.empty().refused("", refused.getMessage())));
    }

    @GET
    @Path("done")
    @Operation(hidden = true)
    public TemplateInstance done() {
        return Templates.optOutDone(frames.here());
    }
}

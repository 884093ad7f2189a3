package org.obolus.dashboards;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
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
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.database.PageWish;
import org.obolus.identities.Identities;
import org.obolus.identities.PageAssignments;
import org.obolus.identities.Site;
import org.obolus.identities.SiteHost;
import org.obolus.problems.Problem;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** A person's sites: what to place there, whether it was seen, and opting out. */
@Path("/dashboard/sites")
@Produces(MediaType.TEXT_HTML)
class MySitePages {

    private static final String HERE = "/dashboard/sites";
    private static final String SITE = "site";
    private static final PageWish ONE = new PageWish(1, Optional.empty());

    private final Identities identities;
    private final PageAssignments assignments;
    private final ReadClaimable readClaimable;
    private final Caller caller;
    private final Frames frames;
    private final String server;

    MySitePages(
            Identities identities,
            PageAssignments assignments,
            ReadClaimable readClaimable,
            Caller caller,
            Frames frames,
            @ConfigProperty(name = "obolus.url") String server) {
        this.server = server;
        this.identities = identities;
        this.assignments = assignments;
        this.readClaimable = readClaimable;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "dashboards", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance sites(
                PageFrame frame,
                List<Site> sites,
                List<Claimable> claims,
                boolean isGivenPages,
                String server,
                FilledForm form,
                String news);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(@QueryParam("news") String news) {
        return page(caller.account(Scope.THING), frames.here(), FilledForm.empty(), News.of(news));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> ask(MultivaluedMap<String, String> posted) {
        var form = FilledForm.of(posted);
        return change(
                form,
                form.value(SITE),
                SITE,
                (me, site) -> identities.ask(me, site).replaceWith(News.ASKED));
    }

    @POST
    @Path("{host}/verify")
    @Operation(hidden = true)
    public Uni<Response> verify(@PathParam("host") String host) {
        return change(host, (me, site) -> identities.verify(me, site).map(MySitePages::newsOf));
    }

    @POST
    @Path("{host}/dispute")
    @Operation(hidden = true)
    public Uni<Response> dispute(@PathParam("host") String host) {
        return change(host, (me, site) -> identities.dispute(me, site).map(MySitePages::newsOf));
    }

    @POST
    @Path("{host}/opt-out")
    @Operation(hidden = true)
    public Uni<Response> optOut(@PathParam("host") String host) {
        return change(host, (me, site) -> identities.optOut(me, site).replaceWith(News.OPTED_OUT));
    }

    @POST
    @Path("{host}/opt-in")
    @Operation(hidden = true)
    public Uni<Response> optIn(@PathParam("host") String host) {
        return change(host, (me, site) -> identities.optIn(me, site).replaceWith(News.OPTED_IN));
    }

    @POST
    @Path("{host}/give-up")
    @Operation(hidden = true)
    public Uni<Response> giveUp(@PathParam("host") String host) {
        return change(host, (me, site) -> identities.giveUp(me, site).replaceWith(News.GIVEN_UP));
    }

    private static String newsOf(Site site) {
        return site.state() == Site.State.PROVEN ? News.PROVEN : News.CONTESTED;
    }

    private Uni<Response> change(String host, BiFunction<AccountId, SiteHost, Uni<String>> deed) {
        return change(FilledForm.empty(), host, "", deed);
    }

    /** @param field where in the form a refusal belongs; empty when it is about the form as a whole */
    private Uni<Response> change(
            FilledForm form, String host, String field, BiFunction<AccountId, SiteHost, Uni<String>> deed) {
        var me = caller.account(Scope.THING);
        var frame = frames.here();
        return Uni.createFrom()
                .deferred(() -> deed.apply(me, SiteHost.of(host)))
                .map(news -> Answers.goOn(HERE + "?news=" + news))
                .onFailure(Problem.class)
                .recoverWithUni(refused -> page(me, frame, form.refused(field, refused.getMessage()), null)
                        .map(page -> Answers.refused(refused, page)));
    }

    private Uni<TemplateInstance> page(AccountId me, PageFrame frame, FilledForm form, String news) {
        return identities
                .sites(me)
                .chain(sites -> readClaimable
                        .of(me, sites)
                        .chain(claims -> assignments
                                .assignedTo(me, ONE)
                                .map(given -> Templates.sites(
                                        frame, sites, claims, !given.items().isEmpty(), server, form, news))));
    }
}

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
import java.util.Set;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.identities.Assignment;
import org.obolus.identities.AssignmentId;
import org.obolus.identities.PageAssignments;
import org.obolus.identities.SiteHost;
import org.obolus.identities.WantedAssignment;
import org.obolus.problems.Problem;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** The pages of a person's site that they give to others. */
@Path("/dashboard/sites/{host}/assignments")
@Produces(MediaType.TEXT_HTML)
class MyAssignmentPages {

    private static final String A_PAGE = "50";
    private static final String KIND = "kind";
    private static final String PAGES = "pages";
    /** What a refusal may call the field that says which pages. */
    private static final Set<String> NAMES_OF_PAGES = Set.of("page", "path", "author", "url");

    private final PageAssignments assignments;
    private final Caller caller;
    private final Frames frames;

    MyAssignmentPages(PageAssignments assignments, Caller caller, Frames frames) {
        this.assignments = assignments;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "dashboards", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance assignments(
                PageFrame frame, SiteHost site, Page<Assignment> page, PageLinks links, FilledForm form, String news);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(
            @PathParam("host") String host, @QueryParam("cursor") String cursor, @QueryParam("news") String news) {
        var me = caller.account(Scope.THING);
        return page(me, frames.here(), SiteHost.of(host), cursor, FilledForm.empty(), News.of(news));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> give(@PathParam("host") String host, MultivaluedMap<String, String> posted) {
        var form = FilledForm.of(posted);
        return change(
                host,
                form,
                (me, site) -> assignments
                        .assign(me, site, wanted(form).on(site, true))
                        .replaceWith(News.OFFERED));
    }

    @POST
    @Path("{id}/confirm")
    @Operation(hidden = true)
    public Uni<Response> confirm(@PathParam("host") String host, @PathParam("id") long id) {
        return change(
                host,
                FilledForm.empty(),
                (me, site) ->
                        assignments.confirm(me, site, new AssignmentId(id)).replaceWith(News.OFFERED));
    }

    @POST
    @Path("{id}/end")
    @Operation(hidden = true)
    public Uni<Response> end(@PathParam("host") String host, @PathParam("id") long id) {
        return change(
                host,
                FilledForm.empty(),
                (me, site) -> assignments
                        .endAssignment(me, site, new AssignmentId(id))
                        .replaceWith(News.PAGES_BACK));
    }

    private static WantedAssignment wanted(FilledForm form) {
        var pages = form.value(PAGES);
        var kind = form.value(KIND);
        return new WantedAssignment(
                kind.equals("page") ? pages : null,
                kind.equals("path") ? pages : null,
                kind.equals("author") ? pages : null,
                form.value("username"),
                form.value("from"));
    }

    private Uni<Response> change(String host, FilledForm form, BiFunction<AccountId, SiteHost, Uni<String>> deed) {
        var me = caller.account(Scope.THING);
        var frame = frames.here();
        var site = SiteHost.of(host);
        return Uni.createFrom()
                .deferred(() -> deed.apply(me, site))
                .map(news -> Answers.goOn(here(site) + "?news=" + news))
                .onFailure(Problem.class)
                .recoverWithUni(refused -> page(me, frame, site, null, refused(form, refused), null)
                        .map(page -> Answers.refused(refused, page)));
    }

    private static FilledForm refused(FilledForm form, Problem problem) {
        return problem.members().get("field") instanceof String field && NAMES_OF_PAGES.contains(field)
                ? form.refused(PAGES, problem.getMessage())
                : form.refused(problem);
    }

    private Uni<TemplateInstance> page(
            AccountId me, PageFrame frame, SiteHost site, String cursor, FilledForm form, String news) {
        return assignments
                .assignments(me, site, PageWish.of(A_PAGE, cursor))
                .map(page ->
                        Templates.assignments(frame, site, page, PageLinks.of(here(site), cursor, page), form, news));
    }

    private static String here(SiteHost site) {
        return "/dashboard/sites/" + site + "/assignments";
    }
}

package org.obolus.dashboards;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.identities.Assignment;
import org.obolus.identities.AssignmentId;
import org.obolus.identities.PageAssignments;
import org.obolus.problems.Problem;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** The pages of others' sites that are offered to a person, or theirs. */
@Path("/dashboard/assignments")
@Produces(MediaType.TEXT_HTML)
class MyAgreementPages {

    private static final String HERE = "/dashboard/assignments";
    private static final String A_PAGE = "50";

    private final PageAssignments assignments;
    private final Caller caller;
    private final Frames frames;

    MyAgreementPages(PageAssignments assignments, Caller caller, Frames frames) {
        this.assignments = assignments;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "dashboards", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance agreements(
                PageFrame frame, Page<Assignment> page, PageLinks links, FilledForm form, String news);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(@QueryParam("cursor") String cursor, @QueryParam("news") String news) {
        return page(caller.account(Scope.THING), frames.here(), cursor, FilledForm.empty(), News.of(news));
    }

    @POST
    @Path("{id}/agree")
    @Operation(hidden = true)
    public Uni<Response> agree(@PathParam("id") long id) {
        var me = caller.account(Scope.THING);
        return answer(me, assignments.agree(me, new AssignmentId(id)).replaceWith(News.AGREED));
    }

    @POST
    @Path("{id}/decline")
    @Operation(hidden = true)
    public Uni<Response> decline(@PathParam("id") long id) {
        var me = caller.account(Scope.THING);
        return answer(me, assignments.decline(me, new AssignmentId(id)).replaceWith(News.PAGES_BACK));
    }

    private Uni<Response> answer(AccountId me, Uni<String> deed) {
        var frame = frames.here();
        return deed.map(news -> Answers.goOn(HERE + "?news=" + news))
                .onFailure(Problem.class)
                .recoverWithUni(
                        refused -> page(me, frame, null, FilledForm.empty().refused(refused), null)
                                .map(page -> Answers.refused(refused, page)));
    }

    private Uni<TemplateInstance> page(AccountId me, PageFrame frame, String cursor, FilledForm form, String news) {
        return assignments
                .assignedTo(me, PageWish.of(A_PAGE, cursor))
                .map(page -> Templates.agreements(frame, page, PageLinks.of(HERE, cursor, page), form, news));
    }
}

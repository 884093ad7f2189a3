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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.flattrs.FlattrRefused;
import org.obolus.flattrs.Flattrs;
import org.obolus.flattrs.OpenMonth;
import org.obolus.things.ThingId;
import org.obolus.web.Answers;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** All flattrs of the open month, page by page, each with its undo; and the clicks that wait. */
@Path("/dashboard")
@Produces(MediaType.TEXT_HTML)
class MyFlattrPages {

    private static final String A_PAGE = "50";

    private final ReadGiving readGiving;
    private final Flattrs flattrs;
    private final Caller caller;
    private final Frames frames;

    MyFlattrPages(ReadGiving readGiving, Flattrs flattrs, Caller caller, Frames frames) {
        this.readGiving = readGiving;
        this.flattrs = flattrs;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "dashboards", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance flattrs(
                PageFrame frame, OpenMonth month, Page<Line> page, PageLinks links, String news);
    }

    @GET
    @Path("flattrs")
    @Operation(hidden = true)
    public Uni<TemplateInstance> flattrs(@QueryParam("cursor") String cursor, @QueryParam("news") String news) {
        var me = caller.account(Scope.BUDGET_READ);
        var frame = frames.here();
        return flattrs.openMonth(me)
                .chain(month -> readGiving
                        .flattrs(me, PageWish.of(A_PAGE, cursor))
                        .map(page -> Templates.flattrs(
                                frame, month, page, PageLinks.of("/dashboard/flattrs", cursor, page), News.of(news))));
    }

    /** Somebody who presses twice has taken it back with the first press. */
    @POST
    @Path("flattrs/{thing}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> undo(@PathParam("thing") long thing, MultivaluedMap<String, String> posted) {
        return flattrs.takeBack(caller.account(Scope.FLATTR), new ThingId(thing))
                .onFailure(FlattrRefused.NotFlattred.class)
                .recoverWithNull()
                .replaceWith(Answers.goOn(listed(posted.getFirst("cursor"), News.UNDONE)));
    }

    @POST
    @Path("waiting/{thing}/stop")
    @Operation(hidden = true)
    public Uni<Response> stopWaiting(@PathParam("thing") long thing) {
        return flattrs.stopWaiting(caller.account(Scope.FLATTR), new ThingId(thing))
                .replaceWith(Answers.goOn("/dashboard?news=" + News.STOPPED));
    }

    /** The page of the list on which the flattr stood, or the dashboard. */
    private static String listed(String cursor, String news) {
        if (cursor == null || !cursor.matches("[A-Za-z0-9_-]{0,200}")) {
            return "/dashboard?news=" + news;
        }
        return "/dashboard/flattrs?" + (cursor.isEmpty() ? "" : "cursor=" + cursor + "&") + "news=" + news;
    }
}

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
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.social.ThankYou;
import org.obolus.social.Thanks;
import org.obolus.web.Answers;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** What those who flattr a person's things have said to them. */
@Path("/dashboard/thanks")
@Produces(MediaType.TEXT_HTML)
class MyThanksPages {

    private static final String HERE = "/dashboard/thanks";
    private static final String A_PAGE = "50";

    private final Thanks thanks;
    private final Caller caller;
    private final Frames frames;

    MyThanksPages(Thanks thanks, Caller caller, Frames frames) {
        this.thanks = thanks;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "dashboards", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance thanks(PageFrame frame, Page<ThankYou> page, PageLinks links, String news);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(@QueryParam("cursor") String cursor, @QueryParam("news") String news) {
        var me = caller.account(Scope.THING);
        var frame = frames.here();
        return thanks.to(me, PageWish.of(A_PAGE, cursor))
                .map(page -> Templates.thanks(frame, page, PageLinks.of(HERE, cursor, page), News.of(news)));
    }

    @POST
    @Path("{id}/remove")
    @Operation(hidden = true)
    public Uni<Response> remove(@PathParam("id") long id) {
        return thanks.remove(caller.account(Scope.THING), id).replaceWith(Answers.goOn(HERE + "?news=" + News.REMOVED));
    }
}

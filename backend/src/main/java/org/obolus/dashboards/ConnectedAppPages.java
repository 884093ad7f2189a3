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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.apps.Apps;
import org.obolus.apps.ConnectedApp;
import org.obolus.apps.MonthlyLimit;
import org.obolus.problems.Unacceptable;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** The apps that may act for a person: what each may do and how much, and how to end it. */
@Path("/dashboard/apps")
@Produces(MediaType.TEXT_HTML)
class ConnectedAppPages {

    private static final String HERE = "/dashboard/apps";

    private final Apps apps;
    private final Caller caller;
    private final Frames frames;

    ConnectedAppPages(Apps apps, Caller caller, Frames frames) {
        this.apps = apps;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "dashboards", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance apps(PageFrame frame, List<ConnectedApp> apps, FilledForm form, String news);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(@QueryParam("news") String news) {
        return list(caller.person().account(), frames.here(), FilledForm.empty(), News.of(news));
    }

    @POST
    @Path("{app}/end")
    @Operation(hidden = true)
    public Uni<Response> end(@PathParam("app") UUID app) {
        return apps.disconnect(caller.person().account(), app)
                .replaceWith(Answers.goOn(HERE + "?news=" + News.APP_ENDED));
    }

    @POST
    @Path("{app}/limit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> limit(@PathParam("app") UUID app, MultivaluedMap<String, String> posted) {
        var me = caller.person().account();
        var frame = frames.here();
        return Uni.createFrom()
                .deferred(() -> apps.limit(me, app, MonthlyLimit.of(posted.getFirst(MonthlyLimit.FIELD))))
                .replaceWith(Answers.goOn(HERE + "?news=" + News.SAVED))
                .onFailure(Unacceptable.Invalid.class)
                .recoverWithUni(refused -> list(me, frame, FilledForm.empty().refused("", refused.getMessage()), null)
                        .map(page -> Answers.refused(refused, page)));
    }

    private Uni<TemplateInstance> list(AccountId me, PageFrame frame, FilledForm form, String news) {
        return apps.connected(me).map(connected -> Templates.apps(frame, connected, form, news));
    }
}

package org.obolus.dashboards;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.Caller;
import org.obolus.buttons.Buttons;
import org.obolus.buttons.ConnectedSite;
import org.obolus.buttons.SiteOrigin;
import org.obolus.web.Answers;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** The sites on which one click on the button is enough, and how to end that. */
@Path("/dashboard/connected")
@Produces(MediaType.TEXT_HTML)
class ConnectedSitePages {

    private static final String HERE = "/dashboard/connected";

    private final Buttons buttons;
    private final Caller caller;
    private final Frames frames;

    ConnectedSitePages(Buttons buttons, Caller caller, Frames frames) {
        this.buttons = buttons;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "dashboards", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance connected(PageFrame frame, List<ConnectedSite> sites, String news);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(@QueryParam("news") String news) {
        var frame = frames.here();
        return buttons.connectedSites(caller.person().account())
                .map(sites -> Templates.connected(frame, sites, News.of(news)));
    }

    @POST
    @Path("end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> end(MultivaluedMap<String, String> posted) {
        return buttons.disconnect(caller.person().account(), SiteOrigin.of(posted.getFirst("site")))
                .replaceWith(Answers.goOn(HERE + "?news=" + News.DISCONNECTED));
    }
}

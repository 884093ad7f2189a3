package org.obolus.buttons;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** Where a site owner puts a button together, sees it, and copies its code. */
@Path("/get-button")
@Produces(MediaType.TEXT_HTML)
class GetButtonPage {

    private static final String BY = "by";
    private static final int NOT_ACCEPTABLE = 422;

    /** As everywhere here, and a frame of our own: the preview is a button like those on other sites. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Frames frames;
    private final String server;

    GetButtonPage(Frames frames, @ConfigProperty(name = "obolus.url") String server) {
        this.frames = frames;
        this.server = server;
    }

    @CheckedTemplate(basePath = "buttons", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance getButton(
                PageFrame frame,
                FilledForm form,
                ButtonCode code,
                List<ButtonLook> looks,
                Map<String, String> languages);
    }

    @GET
    public Response show(@Context UriInfo address) {
        var frame = frames.here();
        var form = WantedButton.checked(filled(address.getQueryParameters(), frame));
        var code = new ButtonCode(server, WantedButton.of(form));
        var page = Templates.getButton(frame, form, code, ButtonLook.all(), WantedButton.LANGUAGES);
        return Response.status(form.hasErrors() ? NOT_ACCEPTABLE : Response.Status.OK.getStatusCode())
                .entity(page)
                .header("Content-Security-Policy", POLICY)
                .build();
    }

    /** Whoever is logged in need not write their own name. */
    private static FilledForm filled(MultivaluedMap<String, String> query, PageFrame frame) {
        var form = FilledForm.of(query);
        return query.containsKey(BY) || !frame.loggedIn() ? form : form.with(BY, frame.username());
    }
}

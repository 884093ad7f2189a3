package org.obolus.buttons;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The button inside a page of another site: the same empty page for everybody, which only that site may frame.
 *
 * <p>Who is there, and what can be done, its script finds out (button-frame.js).
 */
@Path(FramePage.ADDRESS)
@Produces(MediaType.TEXT_HTML)
class FramePage {

    static final String ADDRESS = "/button/frame";

    /** The site has been read as an origin, so it holds nothing that could widen or end the policy's value. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors %s";

    @CheckedTemplate(basePath = "buttons", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance frame(SiteOrigin site);
    }

    @GET
    @Operation(hidden = true)
    public Response show(@QueryParam("site") String site) {
        var origin = SiteOrigin.of(site);
        return Response.ok(Templates.frame(origin))
                .header("Content-Security-Policy", POLICY.formatted(origin))
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}

package org.obolus.apps;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pictures of apps, as this server drew them. */
@Path("/apps/{id}/picture.png")
class PictureResource {

    private final Apps apps;

    PictureResource(Apps apps) {
        this.apps = apps;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> show(@PathParam("id") UUID id) {
        return apps.picture(id)
                .map(found -> found.orElseThrow(AppRefused.NotKnown::new))
                .map(picture -> Response.ok(picture, "image/png")
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                        .build());
    }
}

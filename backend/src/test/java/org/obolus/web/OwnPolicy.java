package org.obolus.web;

import io.quarkus.qute.Engine;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.obolus.problems.Unacceptable;

/** Stands for what features will do: frame themselves, carry a script, change something, refuse. */
@Path("/test/web")
public class OwnPolicy {

    private final Engine engine;

    OwnPolicy(Engine engine) {
        this.engine = engine;
    }

    @GET
    @Path("framed")
    public Response framed() {
        return Response.ok("framed")
                .header("Content-Security-Policy", "frame-ancestors https://blog.example")
                .build();
    }

    @GET
    @Path("scripted")
    @Produces(MediaType.TEXT_HTML)
    public String scripted() {
        return engine.parse("<script nonce=\"{cdi:script.nonce}\">{cdi:script.nonce}</script>")
                .render();
    }

    @POST
    @Path("changed")
    public String changed() {
        return "changed";
    }

    @GET
    @Path("refused")
    public String refused() {
        throw new Unacceptable.TooManyRequests(7);
    }

    @GET
    @Path("failed")
    public String failed() {
        throw new IllegalStateException("the details are nobody's business");
    }
}

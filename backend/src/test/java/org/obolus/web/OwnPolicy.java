package org.obolus.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.obolus.problems.Unacceptable;

/** Stands for what features will do: frame themselves, change something, refuse. */
@Path("/test/web")
public class OwnPolicy {

    @GET
    @Path("framed")
    public Response framed() {
        return Response.ok("framed")
                .header("Content-Security-Policy", "frame-ancestors https://blog.example")
                .build();
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

package org.obolus.flattrapi;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;

/** Answers of calls that know no other form. */
final class Json {

    private static final int CREATED = 201;

    private Json() {}

    static Response answer(RoutingContext request, Object body) {
        return answer(request, Response.Status.OK.getStatusCode(), body);
    }

    static Response created(RoutingContext request, Object body) {
        return answer(request, CREATED, body);
    }

    static Response answer(RoutingContext request, int status, Object body) {
        var format = Addressing.wish(request, Format.JSON);
        return Response.status(status).entity(body).type(format.type()).build();
    }
}

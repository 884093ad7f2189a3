package org.obolus.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Sends a browser on after a form; the address stays as it is, because a proxy may hide what this server is called. */
public final class Redirect {

    private Redirect() {}

    public static Response to(String address) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }
}

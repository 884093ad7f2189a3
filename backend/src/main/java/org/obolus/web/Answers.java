package org.obolus.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import org.obolus.problems.Problem;

/** Answers of pages with forms. */
public final class Answers {

    private Answers() {}

    /**
     * Goes on to another page, so that reloading it does not send the form again.
     *
     * <p>The address stays as it is written: a proxy may hide what this server is called, and browsers understand more
     * addresses than {@link java.net.URI} does.
     */
    public static Response goOn(String address, NewCookie... cookies) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .cookie(cookies)
                .build();
    }

    /** The form once more, with the status that a program would get. */
    public static Response refused(Problem problem, TemplateInstance page) {
        return Response.status(problem.type().status()).entity(page).build();
    }

    /** What is shown must neither be kept nor name its own address elsewhere: a secret is in it. */
    public static Response secret(TemplateInstance page) {
        return Response.ok(page)
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}

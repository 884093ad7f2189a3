package org.obolus.accounts;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.obolus.problems.Problem;

/** Answers of pages with forms. */
final class Pages {

    private Pages() {}

    /** The form once more, with the status that a program would get. */
    static Response refused(Problem problem, TemplateInstance page) {
        return Response.status(problem.type().status()).entity(page).build();
    }

    /** What is shown must neither be kept nor name its own address elsewhere: a secret is in it. */
    static Response secret(TemplateInstance page) {
        return Response.ok(page)
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Goes on to a page of this server, so that reloading it does not send the form again. */
    static Response goOn(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}

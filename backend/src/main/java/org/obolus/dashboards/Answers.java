package org.obolus.dashboards;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.obolus.problems.Problem;

/** Answers to forms. */
final class Answers {

    private Answers() {}

    /** Goes on to a page of this server, so that reloading it does not send the form again. */
    static Response goOn(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /** The page once more, with the status that a program would get. */
    static Response refused(Problem problem, TemplateInstance page) {
        return Response.status(problem.type().status()).entity(page).build();
    }
}

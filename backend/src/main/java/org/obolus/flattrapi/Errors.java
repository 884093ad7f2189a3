package org.obolus.flattrapi;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.obolus.problems.ProblemType;
import org.obolus.problems.ProblemView;

/** Turns refusals into the form in which Flattr's clients read them. */
class Errors {

    private static final MediaType JSON = MediaType.valueOf(Format.JSON.type());

    private final ErrorBodies bodies;

    Errors(ErrorBodies bodies) {
        this.bodies = bodies;
    }

    @ServerResponseFilter
    public void translate(ContainerRequestContext asked, ContainerResponseContext answer) {
        var path = asked.getUriInfo().getPath();
        if (path.startsWith(Addressing.BASE) && answer.getEntity() instanceof ProblemView problem) {
            var type = type(problem);
            var code =
                    RateLimits.areSpent(asked) ? ErrorCode.NO_CALLS_LEFT : ErrorCode.of(type, asked.getMethod(), path);
            answer.setStatus(code.status());
            answer.setEntity(bodies.of(code, problem.detail(), type), null, JSON);
        }
    }

    private static ProblemType type(ProblemView problem) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.uri().equals(problem.type()))
                .findFirst()
                .orElse(ProblemType.INTERNAL);
    }
}

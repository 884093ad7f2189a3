package org.obolus.flattrapi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** What Flattr's clients read of a refusal. */
@ApplicationScoped
class ErrorBodies {

    private final String server;

    ErrorBodies(@ConfigProperty(name = "obolus.url") String server) {
        this.server = server.replaceAll("/+$", "");
    }

    Map<String, Object> of(ErrorCode code, String description, ProblemType type) {
        var body = new LinkedHashMap<String, Object>();
        body.put("error", code.name());
        body.put("error_description", description);
        body.put("error_uri", server + type.uri());
        return body;
    }

    /** For one outcome of several. */
    Map<String, Object> of(Problem problem) {
        return of(ErrorCode.of(problem.type()), problem.getMessage(), problem.type());
    }
}

package org.obolus.problems;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.net.URI;
import java.util.Map;

/** A problem as it goes over the wire, {@code application/problem+json} (RFC 9457, section 3). */
public record ProblemView(
        URI type,
        String title,
        int status,
        String detail,
        @JsonAnyGetter Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static ProblemView of(Problem problem) {
        var type = problem.type();
        return new ProblemView(type.uri(), type.title(), type.status(), problem.getMessage(), problem.members());
    }

    static ProblemView of(ProblemType type, String sentence) {
        return new ProblemView(type.uri(), type.title(), type.status(), sentence, Map.of());
    }
}

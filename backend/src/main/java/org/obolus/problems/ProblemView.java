package org.obolus.problems;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.quarkus.logging.Log;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A problem as it goes over the wire, {@code application/problem+json} (RFC 9457, section 3). */
public record ProblemView(
        URI type,
        String title,
        int status,
        String detail,
        @JsonAnyGetter Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** Of a refusal, however deep it lies; anything else is an accident, which is logged under an id and says no more. */
    public static ProblemView of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return of(problem);
            }
        }
        var id = UUID.randomUUID();
        Log.errorf(failure, "Failed, answered with id %s", id);
        return new ProblemView(
                ProblemType.INTERNAL.uri(),
                ProblemType.INTERNAL.title(),
                ProblemType.INTERNAL.status(),
                "This is our fault, not yours. The operator finds it under the id given here.",
                Map.of("id", id));
    }

    /** After how many seconds it is worth trying again, if that is known. */
    public Optional<String> retryAfter() {
        return Optional.ofNullable(members.get("retry_after")).map(Object::toString);
    }

    static ProblemView of(Problem problem) {
        var type = problem.type();
        return new ProblemView(type.uri(), type.title(), type.status(), problem.getMessage(), problem.members());
    }

    static ProblemView of(ProblemType type, String sentence) {
        return new ProblemView(type.uri(), type.title(), type.status(), sentence, Map.of());
    }
}

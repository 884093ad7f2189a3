package org.obolus.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where refusals and accidents become answers. */
class ProblemMappers {

    @ServerExceptionMapper
    public Response refused(Problem problem) {
        var answer = answer(ProblemView.of(problem));
        if (problem.type() == ProblemType.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.build();
    }

    @ServerExceptionMapper
    public Response misfit(MismatchedInputException misfit) {
        return unreadable(misfit);
    }

    @ServerExceptionMapper
    public Response broken(JsonProcessingException broken) {
        return answer(ProblemView.of(
                        ProblemType.MALFORMED,
                        "The body is not JSON: it breaks off or goes wrong " + place(broken) + "."))
                .build();
    }

    /** What the framework itself refused: an unknown path, method or media type. */
    @ServerExceptionMapper
    public Response framework(WebApplicationException refused) {
        for (Throwable cause = refused.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof MismatchedInputException misfit) {
                return unreadable(misfit);
            }
            if (cause instanceof Problem problem) {
                return refused(problem);
            }
        }
        return frameworkStatus(refused.getResponse().getStatus(), refused);
    }

    @ServerExceptionMapper
    public Response failed(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return refused(problem);
            }
        }
        return answer(ProblemView.of(failure)).build();
    }

    private Response frameworkStatus(int status, WebApplicationException refused) {
        return switch (status) {
            case 404 -> plain(ProblemType.NOT_FOUND, "There is nothing at this address.");
            case 405 -> plain(ProblemType.METHOD_NOT_ALLOWED, "This address exists, but not for this method.");
            case 406 -> plain(ProblemType.NOT_ACCEPTABLE, "Ask for application/json.");
            case 413 -> plain(ProblemType.TOO_LARGE, "The body is larger than this server reads.");
            case 415 -> plain(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
            default -> status >= 500 ? failed(refused) : plain(ProblemType.MALFORMED, "This request cannot be read.");
        };
    }

    private Response unreadable(JsonMappingException misfit) {
        var field = misfit.getPath().stream()
                .map(Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        var sentence = field.isEmpty()
                ? "The body has to be one JSON object with the fields that the API documentation names."
                : "The field " + field + " holds a value of the wrong type.";
        return plain(ProblemType.MALFORMED, sentence);
    }

    private static String place(JsonProcessingException broken) {
        var location = broken.getLocation();
        return location == null
                ? "somewhere"
                : "at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static Response plain(ProblemType type, String sentence) {
        return answer(ProblemView.of(type, sentence)).build();
    }

    private static Response.ResponseBuilder answer(ProblemView view) {
        var answer = Response.status(view.status()).entity(view).type(ProblemView.MEDIA_TYPE);
        view.retryAfter().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer;
    }
}

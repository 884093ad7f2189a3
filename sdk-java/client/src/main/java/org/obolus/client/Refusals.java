package org.obolus.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns answers that say no into exceptions. */
final class Refusals {

    private static final int EXCERPT = 200;
    private static final List<String> NAMED = List.of("type", "title", "status", "detail");

    private Refusals() {}

    static ObolusException of(Transport.Answer answer) {
        if (answer.status() < 400) {
            var where = answer.header("location").map(address -> ": " + address).orElse(".");
            return unintelligible(answer, "the server has moved; set its address to where it is now" + where, null);
        }
        try {
            return refused(answer, Json.tree(answer.text()));
        } catch (Json.Unreadable | IllegalArgumentException noProblem) {
            return unintelligible(answer, "this is no answer of an Obolus server: " + excerpt(answer), noProblem);
        }
    }

    static ObolusException unintelligible(Transport.Answer answer, String sentence, Throwable cause) {
        var id = answer.header("x-request-id").orElse(null);
        return new ObolusException.Unintelligible(answer.status(), sentence, id, cause);
    }

    private static ObolusException refused(Transport.Answer answer, JsonNode said) {
        var problem = said.has("error") ? ofOAuth(answer, said) : ofApi(answer, said);
        var id = answer.header("x-request-id").orElseGet(() -> said.path("id").asText(null));
        return new ObolusException.Refused(problem, id, null);
    }

    private static Problem ofApi(Transport.Answer answer, JsonNode said) {
        var problem = problem(said, answer.status());
        var seconds = answer.header("retry-after").filter(written -> written.matches("\\d{1,9}"));
        if (seconds.isEmpty() || problem.retryAfter().isPresent()) {
            return problem;
        }
        var members = new LinkedHashMap<>(problem.members());
        members.put("retry_after", Long.valueOf(seconds.get()));
        return new Problem(problem.type(), problem.title(), problem.status(), problem.detail(), members);
    }

    /** As RFC 9457 has it. */
    static Problem problem(JsonNode said, int status) {
        if (!said.path("type").isTextual() || !said.path("detail").isTextual()) {
            throw new Json.Unreadable("a problem was expected", null);
        }
        Map<String, Object> others = new LinkedHashMap<>(Json.members(said));
        others.keySet().removeAll(NAMED);
        var type = URI.create(said.path("type").asText());
        return new Problem(
                type, said.path("title").asText(""), status, said.path("detail").asText(), others);
    }

    /** As OAuth writes its errors (RFC 6749, section 5.2): a name, and perhaps a sentence. */
    private static Problem ofOAuth(Transport.Answer answer, JsonNode said) {
        var name = said.path("error").asText();
        return ofOAuth(answer.status(), name, said.path("error_description").asText(name));
    }

    static Problem ofOAuth(int status, String name, String sentence) {
        return new Problem(URI.create("/problems/" + Query.encoded(name)), name, status, sentence, Map.of());
    }

    private static String excerpt(Transport.Answer answer) {
        var text = answer.text().replaceAll("\\s+", " ");
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }
}

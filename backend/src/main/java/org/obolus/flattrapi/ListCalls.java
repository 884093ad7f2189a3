package org.obolus.flattrapi;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.things.Category;
import org.obolus.things.Language;

/** The lists from which things are described, and how many calls are left. */
@Path("/rest/v2")
@Produces(MediaType.WILDCARD)
class ListCalls {

    private final Hits hits;

    ListCalls(Hits hits) {
        this.hits = hits;
    }

    /** One entry of a list. */
    record Choice(String id, String text) {}

    @GET
    @Path("categories")
    @Operation(hidden = true)
    public Response categories(@Context RoutingContext request) {
        return answer(
                request,
                Arrays.stream(Category.values())
                        .map(category -> new Choice(category.toString(), category.text()))
                        .toList());
    }

    @GET
    @Path("languages")
    @Operation(hidden = true)
    public Response languages(@Context RoutingContext request) {
        return answer(
                request,
                Language.all().stream()
                        .map(language -> new Choice(language.id(), language.text()))
                        .toList());
    }

    @GET
    @Path("rate_limit")
    @Operation(hidden = true)
    public Response rateLimit(@Context RoutingContext request) {
        var standing = hits.look(request);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("hourly_limit", Hits.AN_HOUR);
        answer.put("remaining_hits", standing.remaining());
        answer.put("current_hits", standing.current());
        answer.put("reset_time_in_seconds", standing.resetsAt());
        answer.put("reset_time", Instant.ofEpochSecond(standing.resetsAt()).toString());
        return Json.answer(request, answer);
    }

    private static Response answer(RoutingContext request, List<Choice> choices) {
        var format = Addressing.wish(request, Format.JSON, Format.TXT);
        var body = format == Format.JSON ? choices : lines(choices);
        return Response.ok(body).type(format.type()).build();
    }

    private static String lines(List<Choice> choices) {
        return choices.stream()
                .map(choice -> choice.id() + " " + choice.text() + "\n")
                .collect(Collectors.joining());
    }
}

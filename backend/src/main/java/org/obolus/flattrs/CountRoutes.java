package org.obolus.flattrs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemView;
import org.obolus.problems.Unacceptable;
import org.obolus.things.ThingId;
import org.obolus.things.ThingUrl;
import org.obolus.things.Things;

/**
 * Counts for buttons and for anybody: without credentials, cacheable for a second, readable from every site. What was
 * never flattred counts zero, whether it is known here or not: a button is on a page before its thing is.
 *
 * <p>These stand before the REST layer because every view of every page with a button asks here.
 */
@ApplicationScoped
class CountRoutes {

    private static final int MOST_URLS = 100;
    private static final String JSON = "application/json";
    private static final String A_SECOND = "public, max-age=1";

    private final Counters counters;
    private final Things things;
    private final ObjectMapper json;

    CountRoutes(Counters counters, Things things, ObjectMapper json) {
        this.counters = counters;
        this.things = things;
        this.json = json;
    }

    void register(@Observes Router router) {
        router.getWithRegex("/api/v1/things/(?<thing>[0-9]{1,18})/count")
                .order(-100)
                .handler(this::countOfOne)
                .failureHandler(this::refuse);
        router.get("/counts").order(-100).handler(this::countsOfUrls).failureHandler(this::refuse);
    }

    private void countOfOne(RoutingContext request) {
        var thing = Long.parseLong(request.pathParam("thing"));
        var known = counters.known(thing);
        if (known != null) {
            answer(request, known);
        } else {
            counters.of(new ThingId(thing)).subscribe().with(count -> answer(request, count), request::fail);
        }
    }

    private void countsOfUrls(RoutingContext request) {
        var asked = request.queryParam("url");
        if (asked.isEmpty() || asked.size() > MOST_URLS) {
            throw new Unacceptable.Malformed("Ask for 1 to 100 addresses, each as url=…");
        }
        var urls = new LinkedHashMap<String, Optional<ThingUrl>>();
        asked.forEach(url -> urls.put(url, read(url)));
        things.known(urls.values().stream().flatMap(Optional::stream).toList())
                .chain(known -> counters.all(List.copyOf(known.values())).map(counts -> body(urls, known, counts)))
                .subscribe()
                .with(body -> send(request, body), request::fail);
    }

    /** With the sentence that the rest of the API has, and readable from every site like an answer. */
    void refuse(RoutingContext request) {
        var problem = ProblemView.of(request.failure());
        var response = request.response().setStatusCode(problem.status());
        problem.retryAfter().ifPresent(seconds -> response.putHeader(HttpHeaders.RETRY_AFTER, seconds));
        send(request, written(problem), ProblemView.MEDIA_TYPE, "no-store");
    }

    private String written(ProblemView problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<ThingUrl> read(String url) {
        try {
            return Optional.of(ThingUrl.of(url));
        } catch (Problem notFlattrable) {
            return Optional.empty();
        }
    }

    private static String body(
            Map<String, Optional<ThingUrl>> urls, Map<String, ThingId> known, Map<ThingId, Count> counts) {
        var answers = new JsonArray();
        urls.forEach((asked, url) -> {
            var count = url.map(ThingUrl::key).map(known::get).map(counts::get);
            answers.add(new JsonObject()
                    .put("url", asked)
                    .put("flattrs", count.map(Count::flattrs).orElse(0L))
                    .put("supporters", count.map(Count::supporters).orElse(0L)));
        });
        return new JsonObject().put("counts", answers).encode();
    }

    private static void answer(RoutingContext request, Count count) {
        send(
                request,
                "{\"thing\":" + count.thing() + ",\"flattrs\":" + count.flattrs() + ",\"supporters\":"
                        + count.supporters() + "}");
    }

    private static void send(RoutingContext request, String body) {
        send(request, body, JSON, A_SECOND);
    }

    private static void send(RoutingContext request, String body, String type, String kept) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, kept)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .end(body);
    }
}

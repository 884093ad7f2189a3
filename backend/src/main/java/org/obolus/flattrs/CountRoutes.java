package org.obolus.flattrs;

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
import org.obolus.things.ThingId;
import org.obolus.things.ThingUrl;
import org.obolus.things.Things;

/**
 * Counts for buttons and for anybody: without credentials, cacheable for a second, readable from every site.
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

    CountRoutes(Counters counters, Things things) {
        this.counters = counters;
        this.things = things;
    }

    void register(@Observes Router router) {
        router.getWithRegex("/api/v1/things/(?<thing>[0-9]{1,18})/count")
                .order(-100)
                .handler(this::countOfOne);
        router.get("/counts").order(-100).handler(this::countsOfUrls);
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
            request.response()
                    .setStatusCode(400)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .end("""
                            {"type":"/problems/malformed","title":"This request cannot be read","status":400,\
                            "detail":"Ask for 1 to 100 addresses, each as url=…"}""");
            return;
        }
        var urls = new LinkedHashMap<String, Optional<ThingUrl>>();
        asked.forEach(url -> urls.put(url, read(url)));
        things.known(urls.values().stream().flatMap(Optional::stream).toList())
                .chain(known -> counters.all(List.copyOf(known.values())).map(counts -> body(urls, known, counts)))
                .subscribe()
                .with(body -> send(request, body), request::fail);
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
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .putHeader(HttpHeaders.CACHE_CONTROL, A_SECOND)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .end(body);
    }
}

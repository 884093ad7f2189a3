package org.obolus.web;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The scripts of the button as brotli packs them best (RFC 7932): the sizes that pages were promised are these. Each is
 * packed once, because that takes longer than packing what changes with every answer.
 */
@ApplicationScoped
class PackedScripts {

    private static final int BEST = 11;
    private static final int AFTER_THE_HEADERS = 900;
    private static final Pattern BROTLI = Pattern.compile("(^|[\\s,])br\\s*(,|$)");

    private static final String FRAME = "/button-frame.js";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final int NOT_MODIFIED = 304;

    private final Map<String, Packed> packed = new ConcurrentHashMap<>();

    /** What goes out, and by what browsers ask whether it is still the same (RFC 9110, section 8.8.3). */
    private record Packed(Buffer body, String tag) {

        static Packed of(byte[] packed) {
            return new Packed(Buffer.buffer(packed), '"' + Integer.toHexString(Arrays.hashCode(packed)) + "-br\"");
        }
    }

    void register(@Observes Filters filters) {
        // Where the machine has no brotli, the scripts go out as everything else does.
        if (Brotli4jLoader.isAvailable()) {
            filters.register(this::answer, AFTER_THE_HEADERS);
        }
    }

    private void answer(RoutingContext request) {
        var path = request.request().path();
        var script = isAskedFor(request, path) ? packed.computeIfAbsent(path, PackedScripts::pack) : null;
        if (script == null) {
            request.next();
            return;
        }
        var response = request.response().putHeader(HttpHeaders.ETAG, script.tag());
        if (FRAME.equals(path) && request.request().getParam("v") != null) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        }
        if (script.tag().equals(request.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/javascript;charset=UTF-8")
                .putHeader(HttpHeaders.CONTENT_ENCODING, "br")
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .end(script.body());
    }

    private static boolean isAskedFor(RoutingContext request, String path) {
        var accepted = request.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        return request.request().method() == HttpMethod.GET
                && accepted != null
                && BROTLI.matcher(accepted).find()
                && path.endsWith(".js")
                && (FRAME.equals(path) || ScriptsForOtherSites.include(path));
    }

    /** Null where there is no such script, which is not remembered: anybody can ask for any version. */
    private static Packed pack(String path) {
        try (var script = PackedScripts.class.getResourceAsStream("/META-INF/resources" + path)) {
            var best = new Encoder.Parameters().setQuality(BEST);
            return script == null ? null : Packed.of(Encoder.compress(script.readAllBytes(), best));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

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

    private final Map<String, Buffer> packed = new ConcurrentHashMap<>();

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
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/javascript;charset=UTF-8")
                .putHeader(HttpHeaders.CONTENT_ENCODING, "br")
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .end(script);
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
    private static Buffer pack(String path) {
        try (var script = PackedScripts.class.getResourceAsStream("/META-INF/resources" + path)) {
            var best = new Encoder.Parameters().setQuality(BEST);
            return script == null ? null : Buffer.buffer(Encoder.compress(script.readAllBytes(), best));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package org.obolus.flattrapi;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Takes the ending off an address of this API, and keeps what it says about the form of the answer. */
class Addressing {

    static final String BASE = "/rest/v2";
    private static final String WISH = "org.obolus.flattrapi.format";
    private static final List<MediaType> ANYTHING = List.of(MediaType.WILDCARD_TYPE);

    @ServerRequestFilter(preMatching = true, priority = 100)
    public void read(ContainerRequestContext request, RoutingContext routed) {
        var path = request.getUriInfo().getRequestUri().getRawPath();
        if (!path.startsWith(BASE + "/")) {
            return;
        }
        var dot = path.lastIndexOf('.');
        var hasEnding = dot > path.lastIndexOf('/');
        routed.put(WISH, hasEnding ? List.of(ofEnding(path.substring(dot))) : accepted(request));
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        var bare = hasEnding ? path.substring(0, dot) : path.replaceAll("/+$", "");
        if (!bare.equals(path)) {
            request.setRequestUri(request.getUriInfo()
                    .getRequestUriBuilder()
                    .replacePath(bare)
                    .build());
        }
    }

    /** The first of these that the client takes; the first of all is for those who take anything. */
    static Format wish(RoutingContext request, Format... offered) {
        List<Format> wished = request.get(WISH);
        return Arrays.stream(offered).filter(wished::contains).findFirst().orElseThrow(CallRefused.NotAcceptable::new);
    }

    private static Format ofEnding(String ending) {
        return Format.ofEnding(ending).orElseThrow(CallRefused.NotAcceptable::new);
    }

    private static List<Format> accepted(ContainerRequestContext request) {
        var accepted = request.getAcceptableMediaTypes();
        var types = accepted == null || accepted.isEmpty() ? ANYTHING : accepted;
        return Arrays.stream(Format.values())
                .filter(format -> types.stream().anyMatch(format::fits))
                .toList();
    }
}

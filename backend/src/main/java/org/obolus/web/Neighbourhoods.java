package org.obolus.web;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds out where requests come from, also behind proxies. */
@ApplicationScoped
public class Neighbourhoods {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private final int hops;

    Neighbourhoods(ProxiesConfig config) {
        this.hops = config.hops();
    }

    /** The connection's own address, or what our proxies forwarded when Quarkus is configured to believe them. */
    public Neighbourhood of(RoutingContext request) {
        var peer = host(request.request().connection().remoteAddress());
        var believed = host(request.request().remoteAddress());
        if (believed.equals(peer)) {
            return Neighbourhood.at(peer);
        }
        return Neighbourhood.at(forwarded(request.request().headers().getAll(FORWARDED_FOR), peer));
    }

    /** What stands further left than our own proxies write was written by whoever sent the request. */
    private String forwarded(List<String> headers, String peer) {
        var claims = COMMA.split(headers.stream().map(String::strip).collect(Collectors.joining(",")));
        var claimed = claims.length < hops ? "" : claims[claims.length - hops];
        return Neighbourhood.isAddress(claimed) ? claimed : peer;
    }

    private static String host(SocketAddress address) {
        return address == null || address.hostAddress() == null ? "unknown" : address.hostAddress();
    }
}

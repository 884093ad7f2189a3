package org.obolus.web;

import io.netty.util.NetUtil;
import io.vertx.ext.web.RoutingContext;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as coarse as one household or company: what limits per address count by. */
public record Neighbourhood(String name) {

    /** Whoever has one IPv6 address has all of its network's: they count as one. */
    private static final int NETWORK_BYTES = 8;

    /** The connection's own address, or what a proxy forwarded when Quarkus is configured to believe it. */
    public static Neighbourhood of(RoutingContext request) {
        var address = request.request().remoteAddress();
        var host = address == null ? null : address.hostAddress();
        return new Neighbourhood(host == null ? "unknown" : coarse(host));
    }

    static String coarse(String host) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(host);
        if (bytes == null) {
            return host;
        }
        try {
            // Maps an IPv4 address that is written as IPv6 back to what it is.
            return InetAddress.getByAddress(bytes) instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
                    : host;
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(host, impossible);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

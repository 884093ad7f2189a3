package org.obolus.web;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as coarse as one household or company: what limits per address count by. */
public record Neighbourhood(String name) {

    /** Whoever has one IPv6 address has all of its network's, and households are given 256 networks: they count as one. */
    private static final int NETWORK_BYTES = 7;

    static Neighbourhood at(String host) {
        return new Neighbourhood(coarse(host));
    }

    static boolean isAddress(String host) {
        return NetUtil.createByteArrayFromIpAddressString(host) != null;
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

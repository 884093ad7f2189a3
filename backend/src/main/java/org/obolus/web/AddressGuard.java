package org.obolus.web;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/** Decides whether a host may be visited and at which of its addresses. */
final class AddressGuard {

    private static final Set<Integer> WEB_PORTS = Set.of(80, 443);

    private final Names names;
    private final boolean loopback;

    AddressGuard(Names names, boolean loopback) {
        this.names = names;
        this.loopback = loopback;
    }

    /** The one address to connect to. A host with any address that is refused is refused whole. */
    Uni<InetAddress> admit(WebUrl url) {
        if (!loopback && !WEB_PORTS.contains(url.port())) {
            return Uni.createFrom().failure(new FetchRefused.UnusualPort(url));
        }
        if (loopback && isLocalhost(url.host())) {
            return Uni.createFrom().item(InetAddress.getLoopbackAddress());
        }
        return names.addresses(url.host()).map(addresses -> choose(url, addresses));
    }

    private InetAddress choose(WebUrl url, List<InetAddress> addresses) {
        if (addresses.isEmpty() || !addresses.stream().allMatch(this::isAllowed)) {
            throw new FetchRefused.PrivateAddress(url);
        }
        return addresses.get(0);
    }

    private boolean isAllowed(InetAddress address) {
        return PublicAddresses.contain(address) || loopback && address.isLoopbackAddress();
    }

    /** Browsers take these names for this machine (RFC 6761), the system's resolver often does not know them. */
    static boolean isLocalhost(String host) {
        return host.equals("localhost") || host.endsWith(".localhost");
    }
}

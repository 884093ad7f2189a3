package org.obolus.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses are on the public internet, by IANA's registries of special-purpose addresses. */
final class PublicAddresses {

    /** In no registry, but whoever runs in that cloud reaches the machine below there, as others by 169.254.169.254. */
    private static final String AZURES_HOST = "168.63.129.16/32";

    private static final List<Network> SPECIAL_IPV4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            AZURES_HOST,
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    private static final Network GLOBAL_IPV6 = Network.of("2000::/3");

    /** 2001::/23 includes Teredo, 2002::/16 is 6to4: both can wrap a private address, and no site lives there. */
    private static final List<Network> SPECIAL_IPV6 = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** A network without IPv4 reaches IPv4 sites through these addresses; what counts is the one wrapped in them. */
    private static final Network NAT64 = Network.of("64:ff9b::/96");

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        return address instanceof Inet4Address ? containIpv4(address.getAddress()) : containIpv6(address.getAddress());
    }

    private static boolean containIpv4(byte[] address) {
        return SPECIAL_IPV4.stream().noneMatch(network -> network.contains(address));
    }

    private static boolean containIpv6(byte[] address) {
        if (NAT64.contains(address)) {
            return containIpv4(Arrays.copyOfRange(address, 12, 16));
        }
        return GLOBAL_IPV6.contains(address)
                && !isIsatap(address)
                && SPECIAL_IPV6.stream().noneMatch(network -> network.contains(address));
    }

    /** Under any prefix, an address that ends like this is a way to the IPv4 address in it (RFC 5214), which may be private. */
    private static boolean isIsatap(byte[] address) {
        return (address[8] & 0xfd) == 0 && address[9] == 0 && address[10] == 0x5e && (address[11] & 0xff) == 0xfe;
    }

    private static List<Network> networks(String... written) {
        return Stream.of(written).map(Network::of).toList();
    }
}

package org.obolus.web;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** Where name servers listen, as people and systems write it. */
final class NameServers {

    private static final int STANDARD_PORT = 53;
    private static final Pattern OF_SYSTEM = Pattern.compile("^\\s*nameserver\\s+(\\S+).*");
    private static final Pattern WITH_PORT = Pattern.compile("\\[(.+)]:(\\d{1,5})|([^:]+):(\\d{1,5})");

    private NameServers() {}

    /** Those of a {@code resolv.conf}; without any this machine is meant, says its manual. */
    static List<InetSocketAddress> ofSystem(String file) {
        var found = file.lines()
                .map(OF_SYSTEM::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group(1))
                .filter(NameServers::isAddress)
                .map(address -> at(address, STANDARD_PORT))
                .toList();
        return found.isEmpty() ? List.of(at("127.0.0.1", STANDARD_PORT)) : found;
    }

    /** An address with or without a port: {@code 192.0.2.1}, {@code 127.0.0.1:5353}, {@code [::1]:5353}. */
    static InetSocketAddress of(String written) {
        var parts = WITH_PORT.matcher(written.strip());
        if (!parts.matches()) {
            return at(written.strip(), STANDARD_PORT);
        }
        var bracketed = parts.group(1) != null;
        return at(parts.group(bracketed ? 1 : 3), Integer.parseInt(parts.group(bracketed ? 2 : 4)));
    }

    private static boolean isAddress(String written) {
        return NetUtil.isValidIpV4Address(written) || NetUtil.isValidIpV6Address(written);
    }

    private static InetSocketAddress at(String address, int port) {
        if (!isAddress(address)) {
            throw new IllegalArgumentException("A name server is named by its address, not by " + address);
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(address), port);
        } catch (UnknownHostException zoneOfNoInterface) {
            throw new IllegalArgumentException("There is no name server at " + address, zoneOfNoInterface);
        }
    }
}

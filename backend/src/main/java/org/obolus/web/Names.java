package org.obolus.web;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.util.List;

/** Asks where a host is. */
interface Names {

    /**
     * All addresses of a host; fails with {@link java.net.UnknownHostException} if it has none, and with {@link
     * FetchRefused.Busy} if too many are being asked for.
     */
    Uni<List<InetAddress>> addresses(String host);
}

package org.obolus.web;

import java.util.Optional;

/** Tells this server's own addresses from others', whichever scheme they are written with. */
public record OwnPaths(String prefix) {

    /** @param url the address by which people reach this server */
    public static OwnPaths below(String url) {
        var key = WebUrl.of(url).key();
        return new OwnPaths(key.endsWith("/") ? key.substring(0, key.length() - 1) : key);
    }

    /** The path below our own address; empty for addresses elsewhere. */
    public Optional<String> of(WebUrl address) {
        var key = WebUrl.of(address.origin() + address.path()).key();
        return key.startsWith(prefix + "/") ? Optional.of(key.substring(prefix.length())) : Optional.empty();
    }
}

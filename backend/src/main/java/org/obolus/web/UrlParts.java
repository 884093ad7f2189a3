package org.obolus.web;

import java.util.Map;

/** The parts of a canonical URL; query and fragment are null where there is none, which is not the same as empty. */
record UrlParts(String scheme, String host, int port, String path, String query, String fragment) {

    static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443);

    /** Scheme, host and port, as the {@code Origin} header has them. */
    String origin() {
        return scheme + "://" + host + (port == DEFAULT_PORTS.get(scheme) ? "" : ":" + port);
    }

    /** What http and https of the same URL have in common: either standard port counts as none. */
    String key() {
        return host + (DEFAULT_PORTS.containsValue(port) ? "" : ":" + port) + target() + hash();
    }

    String target() {
        return path + (query == null ? "" : "?" + query);
    }

    String hash() {
        return fragment == null ? "" : "#" + fragment;
    }

    @Override
    public String toString() {
        return origin() + target() + hash();
    }
}

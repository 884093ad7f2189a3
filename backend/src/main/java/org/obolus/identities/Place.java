package org.obolus.identities;

/** Where a proof can stand. */
enum Place {
    DNS(""),
    FILE("/.well-known/obolus.txt"),
    HOME_PAGE("/");

    /** Above the host, where a name of its own never stands in anybody's way. */
    static final String DNS_LABEL = "_obolus.";

    private final String path;

    Place(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}

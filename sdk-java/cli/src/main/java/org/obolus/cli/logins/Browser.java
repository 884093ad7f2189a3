package org.obolus.cli.logins;

import java.net.URI;

/** Shows people a page. */
@FunctionalInterface
public interface Browser {

    /** Whether one was found that opens it. */
    boolean open(URI page);
}

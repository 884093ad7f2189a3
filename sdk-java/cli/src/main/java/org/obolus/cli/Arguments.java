package org.obolus.cli;

import java.net.URI;
import org.obolus.cli.endings.Ending;
import org.obolus.cli.endings.Stopped;
import org.obolus.client.Flattrable;
import org.obolus.client.SiteHost;

/** What people write behind a command, read into values. */
final class Arguments {

    private Arguments() {}

    /** @throws Stopped when it is no address on the web */
    static Flattrable thing(URI url) {
        try {
            return Flattrable.at(url);
        } catch (IllegalArgumentException wrong) {
            throw new Stopped(Ending.WRONG_USE, wrong.getMessage(), wrong);
        }
    }

    /**
     * A host, or any address of the site.
     *
     * @throws Stopped when it is neither
     */
    static SiteHost site(String written) {
        try {
            return written.contains("://") ? SiteHost.of(URI.create(written)) : new SiteHost(written);
        } catch (IllegalArgumentException wrong) {
            throw new Stopped(Ending.WRONG_USE, "A site is named by its host, such as blog.example: " + written, wrong);
        }
    }
}

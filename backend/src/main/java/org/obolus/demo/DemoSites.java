package org.obolus.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.web.WebUrl;

/** The two sites of the demo, on the port of this server. */
@ApplicationScoped
class DemoSites {

    private final WebUrl server;

    DemoSites(@ConfigProperty(name = "obolus.url") String server) {
        this.server = WebUrl.of(server);
    }

    DemoSite blog() {
        return DemoSite.blog(server);
    }

    DemoSite news() {
        return DemoSite.news(server);
    }

    Optional<DemoSite> at(String host) {
        return List.of(blog(), news()).stream()
                .filter(site -> site.host().equals(host))
                .findFirst();
    }
}

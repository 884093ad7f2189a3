package org.obolus.demo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers for the demo's hosts before anything of the server itself does: they are other sites. */
@ApplicationScoped
class SiteRoutes {

    private static final int BEFORE_EVERYTHING = 2000;
    private static final String PROOF = "/.well-known/obolus.txt";

    private final DemoConfig config;
    private final DemoSites sites;
    private final Proofs proofs;

    SiteRoutes(DemoConfig config, DemoSites sites, Proofs proofs) {
        this.config = config;
        this.sites = sites;
        this.proofs = proofs;
    }

    @CheckedTemplate(basePath = "demo")
    static class Templates {
        static native TemplateInstance index(DemoSite site);

        static native TemplateInstance article(DemoSite site, Article article);
    }

    void register(@Observes Filters filters) {
        if (config.on()) {
            filters.register(this::route, BEFORE_EVERYTHING);
        }
    }

    private void route(RoutingContext request) {
        var authority = request.request().authority();
        var site = authority == null ? null : sites.at(authority.host()).orElse(null);
        if (site == null) {
            request.next();
        } else if (request.request().method() == HttpMethod.GET) {
            answer(request, site);
        } else {
            request.response().setStatusCode(405).end();
        }
    }

    private void answer(RoutingContext request, DemoSite site) {
        switch (request.normalizedPath()) {
            case "/" -> page(request, site, Templates.index(site));
            case "/style.css" -> send(request, "text/css", site.style());
            case PROOF -> proof(request, site);
            default -> article(request, site, request.normalizedPath().substring(1));
        }
    }

    private void article(RoutingContext request, DemoSite site, String slug) {
        site.articles().stream()
                .filter(article -> article.slug().equals(slug))
                .findFirst()
                .ifPresentOrElse(
                        article -> page(request, site, Templates.article(site, article)), () -> nothing(request));
    }

    private void proof(RoutingContext request, DemoSite site) {
        proofs.of(site)
                .subscribe()
                .with(
                        token -> token.ifPresentOrElse(
                                found -> send(request, "text/plain", found), () -> nothing(request)),
                        request::fail);
    }

    private static void page(RoutingContext request, DemoSite site, TemplateInstance page) {
        request.response()
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
                                + " script-src %1$s; connect-src %1$s; frame-src %1$s".formatted(site.origin()));
        page.createUni().subscribe().with(html -> send(request, "text/html", html), request::fail);
    }

    private static void nothing(RoutingContext request) {
        request.response().setStatusCode(404);
        send(request, "text/plain", "There is no such page on this site.");
    }

    private static void send(RoutingContext request, String type, String body) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type + "; charset=utf-8")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(body);
    }
}

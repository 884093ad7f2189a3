package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.database.Page;
import org.obolus.problems.Unacceptable;

/** Sites and their proofs over HTTP. */
@Path("/api/v1/sites")
@Tag(name = "sites")
class SiteResource {

    private final Identities identities;
    private final Caller caller;
    private final String server;

    SiteResource(Identities identities, Caller caller, @ConfigProperty(name = "obolus.url") String server) {
        this.identities = identities;
        this.caller = caller;
        this.server = server;
    }

    record WantedSite(String url, String host) {

        SiteHost site() {
            var written = host == null ? url : host;
            if (written == null) {
                throw new Unacceptable.Invalid("url", "Name the site in the field url, or in host.");
            }
            return SiteHost.of(written);
        }
    }

    /** A site, and what to place there: a TXT record, a line in a file, or one of two tags in the head of the home page. */
    record SiteView(
            SiteHost host,
            Site.State state,
            boolean optedOut,
            Instant dueAt,
            Instant waitsSince,
            Instant lostAt,
            String token,
            String dnsName,
            String dnsText,
            String fileUrl,
            String fileLine,
            String metaTag,
            String profileLink,
            Instant askedAt,
            Instant seenAt) {

        static SiteView of(Site site, String server) {
            return new SiteView(
                    site.host(),
                    site.state(),
                    site.optedOut(),
                    site.dueAt().orElse(null),
                    site.waitsSince().orElse(null),
                    site.lostAt().orElse(null),
                    site.token(),
                    site.dnsName(),
                    site.dnsText(),
                    site.file(),
                    site.token(),
                    site.metaTag(),
                    site.profileLink(server),
                    site.askedAt(),
                    site.seenAt().orElse(null));
        }
    }

    @POST
    @Operation(summary = "Say which site is mine; answers what to place there to prove it")
    @APIResponse(
            responseCode = "200",
            description = "Known already",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SiteView.class)))
    @APIResponse(
            responseCode = "201",
            description = "New",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SiteView.class)))
    public Uni<Response> ask(WantedSite wanted) {
        var site = wanted.site();
        return identities.ask(account(), site).map(this::answer);
    }

    @GET
    @Operation(summary = "My sites and how far their proofs are")
    public Uni<Page.Items<SiteView>> mine() {
        return identities
                .sites(caller.account(Scope.THING, Scope.EXTENDED_READ))
                .map(sites -> new Page.Items<>(sites.stream().map(this::view).toList()));
    }

    @GET
    @Path("{host}")
    @Operation(summary = "One of my sites")
    public Uni<SiteView> read(@PathParam("host") String host) {
        return identities
                .site(caller.account(Scope.THING, Scope.EXTENDED_READ), SiteHost.of(host))
                .map(this::view);
    }

    @POST
    @Path("{host}/verification")
    @Operation(summary = "Look for my token at the site and decide whose it is")
    public Uni<SiteView> verify(@PathParam("host") String host) {
        return identities.verify(account(), SiteHost.of(host)).map(this::view);
    }

    @POST
    @Path("{host}/contest")
    @Operation(
            summary = "Look for my token, and contest the site where its owner's proof is no stronger than mine",
            description =
                    "Both sides are told, what the site is given is held for ten days, and then the stronger proof"
                            + " decides, or an operator where both are as strong.")
    public Uni<SiteView> contest(@PathParam("host") String host) {
        return identities.dispute(account(), SiteHost.of(host)).map(this::view);
    }

    @DELETE
    @Path("{host}")
    @Operation(summary = "End my claim; what was given stays")
    public Uni<Void> giveUp(@PathParam("host") String host) {
        return identities.giveUp(caller.account(Scope.SITE), SiteHost.of(host));
    }

    @POST
    @Path("{host}/opt-out")
    @Operation(summary = "Refuse flattrs from now on")
    public Uni<SiteView> optOut(@PathParam("host") String host) {
        return identities.optOut(caller.account(Scope.SITE), SiteHost.of(host)).map(this::view);
    }

    @DELETE
    @Path("{host}/opt-out")
    @Operation(summary = "Accept flattrs again")
    public Uni<SiteView> optIn(@PathParam("host") String host) {
        return identities.optIn(caller.account(Scope.SITE), SiteHost.of(host)).map(this::view);
    }

    private SiteView view(Site site) {
        return SiteView.of(site, server);
    }

    private AccountId account() {
        return caller.account(Scope.THING);
    }

    private Response answer(Identities.Asked asked) {
        var host = URLEncoder.encode(asked.site().host().value(), StandardCharsets.UTF_8);
        var answer = asked.isNew() ? Response.created(URI.create("/api/v1/sites/" + host)) : Response.ok();
        return answer.entity(view(asked.site())).build();
    }
}

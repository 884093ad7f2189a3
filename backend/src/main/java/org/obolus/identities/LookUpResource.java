package org.obolus.identities;

import com.fasterxml.jackson.annotation.JsonValue;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.database.Transactions;
import org.obolus.web.WebUrl;

/** Whom somebody means, over HTTP. */
@Path("/api/v1/identities/lookup")
@Tag(name = "identities")
class LookUpResource {

    private final PlatformPeople people;
    private final Transactions transactions;
    private final Caller caller;
    private final String server;

    LookUpResource(
            PlatformPeople people,
            Transactions transactions,
            Caller caller,
            @ConfigProperty(name = "obolus.url") String server) {
        this.people = people;
        this.transactions = transactions;
        this.caller = caller;
        this.server = server;
    }

    /** Somebody on another platform, whoever reads an address's mail, or a page. */
    enum Kind {
        PERSON,
        EMAIL,
        PAGE;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who it is and what to flattr; null is what a page, or an address of e-mail, does not have. */
    @Schema(name = "LookedUp")
    record LookedUpView(
            Kind kind,
            String identity,
            WebUrl url,
            String platform,
            String handle,
            String name,
            WebUrl profile,
            String owner,
            boolean contested,
            boolean optedOut) {

        static LookedUpView of(Found.Person person, String server) {
            return new LookedUpView(
                    Kind.PERSON,
                    person.identity().name().value(),
                    WebUrl.of(server + person.id().path()),
                    person.user().platform().value(),
                    person.user().handle(),
                    person.shown(),
                    person.user().profile(),
                    person.owner().orElse(null),
                    person.identity().contested(),
                    person.identity().isOptedOut());
        }

        /** The identity is what was typed, to be sent again; whether an account has the address is not said. */
        static LookedUpView of(Found.Addressee somebody, String server) {
            return new LookedUpView(
                    Kind.EMAIL,
                    somebody.typed().map(email -> "email:" + email).orElse("email"),
                    WebUrl.of(server + somebody.path()),
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    somebody.identity().isOptedOut());
        }

        static LookedUpView of(WebUrl page, IdentityName site, Optional<Identity> known) {
            return new LookedUpView(
                    Kind.PAGE,
                    site.value(),
                    page,
                    null,
                    null,
                    null,
                    null,
                    known.flatMap(Identity::owner).map(Identity.Owner::username).orElse(null),
                    known.filter(Identity::contested).isPresent(),
                    known.filter(Identity::isOptedOut).isPresent());
        }
    }

    @GET
    @Operation(
            summary = "Whom or what somebody means by a handle, an identity or an address",
            description =
                    "Platforms are asked as far as the operator has set them up. A page is said to be its site's; whom it"
                            + " names itself is seen at its first flattr. Of an address of e-mail nothing is told but what"
                            + " to flattr.")
    public Uni<LookedUpView> lookUp(@QueryParam("of") String of) {
        var visitor = caller.account(Scope.FLATTR, Scope.THING);
        return people.find(visitor, of).chain(this::view);
    }

    private Uni<LookedUpView> view(Found found) {
        if (found instanceof Found.Person person) {
            return Uni.createFrom().item(LookedUpView.of(person, server));
        }
        if (found instanceof Found.Addressee addressee) {
            return Uni.createFrom().item(LookedUpView.of(addressee, server));
        }
        var page = ((Found.Page) found).url();
        var site = IdentityName.of(SiteHost.of(page));
        return transactions
                .read(connection -> IdentityRows.find(connection, site))
                .map(known -> LookedUpView.of(page, site, known));
    }
}

package org.obolus.social;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Grant;
import org.obolus.accounts.Scope;
import org.obolus.problems.Unacceptable;
import org.obolus.social.CatalogueViews.ActivitiesView;
import org.obolus.social.CatalogueViews.FoundView;
import org.obolus.social.CatalogueViews.PersonView;

/** What people show of themselves, over HTTP. */
@Path("/api/v1/people/{username}")
@Tag(name = "people")
class PeopleResource {

    private final Catalogue catalogue;
    private final Caller caller;

    PeopleResource(Catalogue catalogue, Caller caller) {
        this.catalogue = catalogue;
        this.caller = caller;
    }

    @GET
    @SecurityRequirements
    @Operation(summary = "What a person shows of themselves")
    public Uni<PersonView> person(@PathParam("username") String username) {
        return catalogue.profile(username).map(PersonView::of);
    }

    @GET
    @Path("things")
    @SecurityRequirements
    @Operation(summary = "The listed things of a person, the most flattred first")
    public Uni<FoundView> things(
            @PathParam("username") String username,
            @QueryParam("page") String page,
            @QueryParam("limit") String limit) {
        var part = Part.of(page, limit);
        return catalogue
                .profile(username)
                .chain(profile -> catalogue.search(Search.by(profile.username(), part)))
                .map(FoundView::of);
    }

    @GET
    @Path("flattrs")
    @SecurityRequirements
    @Operation(
            summary = "What a person flattrs (outgoing), or who flattrs their things (incoming), as far as it is shown",
            description = "Supporters who do not show what they flattr are named nowhere.")
    public Uni<ActivitiesView> flattrs(
            @PathParam("username") String username,
            @QueryParam("type") String type,
            @QueryParam("page") String page,
            @QueryParam("limit") String limit) {
        var part = Part.of(page, limit);
        var isIncoming = isIncoming(type);
        return catalogue
                .profile(username)
                .chain(profile -> activities(profile, isIncoming, part))
                .map(activities -> ActivitiesView.of(part, activities));
    }

    private Uni<List<Activity>> activities(Profile profile, boolean isIncoming, Part part) {
        return isIncoming ? catalogue.received(profile, viewer(), part) : catalogue.given(profile, viewer(), part);
    }

    /** A token sees what is not shown only where it may read what is its person's own. */
    private Optional<AccountId> viewer() {
        return caller.grant()
                .filter(grant -> grant.scopes().contains(Scope.EXTENDED_READ))
                .map(Grant::account);
    }

    private static boolean isIncoming(String type) {
        if (type == null || "outgoing".equals(type)) {
            return false;
        }
        if ("incoming".equals(type)) {
            return true;
        }
        throw new Unacceptable.Invalid("type", "The type is outgoing or incoming.");
    }
}

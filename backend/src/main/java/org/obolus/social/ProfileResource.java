package org.obolus.social;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.social.CatalogueViews.OwnProfile;

/** My own profile and what of it others see, over HTTP. */
@Path("/api/v1/profile")
@Tag(name = "people")
class ProfileResource {

    private final Catalogue catalogue;
    private final Caller caller;

    ProfileResource(Catalogue catalogue, Caller caller) {
        this.catalogue = catalogue;
        this.caller = caller;
    }

    /** What is left out stays as it is; an empty text takes away what was there. */
    @Schema(name = "ProfileChange")
    record Change(
            String firstName,
            String lastName,
            String about,
            String city,
            String country,
            String url,
            Boolean showsProfile,
            Boolean showsGiven,
            Boolean showsReceived) {

        ProfileChanges read() {
            return ProfileChanges.of(new ProfileChanges.Written(
                    firstName, lastName, about, city, country, url, showsProfile, showsGiven, showsReceived));
        }
    }

    @GET
    @Operation(summary = "My profile, and what of it others see")
    public Uni<OwnProfile> mine() {
        return catalogue
                .ownProfile(caller.account(Scope.PROFILE, Scope.EXTENDED_READ))
                .map(OwnProfile::of);
    }

    @PATCH
    @Operation(summary = "Change my profile, and what others see: my words, what I flattr, who flattrs my things")
    public Uni<OwnProfile> change(Change change) {
        return catalogue.change(caller.account(Scope.PROFILE), change.read()).map(OwnProfile::of);
    }

    @PUT
    @Path("picture")
    @Consumes({"image/png", "image/jpeg"})
    @Operation(summary = "Give a picture, as PNG or JPEG; a small copy of it is kept")
    public Uni<Void> changePicture(byte[] picture) {
        return catalogue.changePicture(caller.account(Scope.PROFILE), picture);
    }

    @DELETE
    @Path("picture")
    @Operation(summary = "Take my picture away")
    public Uni<Void> removePicture() {
        return catalogue.removePicture(caller.account(Scope.PROFILE));
    }
}

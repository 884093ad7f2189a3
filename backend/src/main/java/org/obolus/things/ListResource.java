package org.obolus.things;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The categories and languages that a thing can have. */
@Path("/api/v1")
@Tag(name = "things")
class ListResource {

    @Schema(name = "ThingChoice")
    record Choice(String id, String text) {}

    @GET
    @Path("categories")
    @SecurityRequirements
    @Operation(summary = "The categories that a thing can have")
    public List<Choice> categories() {
        return Arrays.stream(Category.values())
                .map(category -> new Choice(category.toString(), category.text()))
                .toList();
    }

    @GET
    @Path("languages")
    @SecurityRequirements
    @Operation(summary = "The languages that a thing can have")
    public List<Choice> languages() {
        return Language.all().stream()
                .map(language -> new Choice(language.id(), language.text()))
                .toList();
    }
}

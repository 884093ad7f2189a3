package org.obolus.social;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.obolus.social.CatalogueViews.FoundView;

/** The catalogue over HTTP. */
@Path("/api/v1/catalogue")
@Tag(name = "catalogue")
class CatalogueResource {

    private final Catalogue catalogue;

    CatalogueResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @SecurityRequirements
    @Operation(
            summary = "Things by words, tags, address, language, category and maker",
            description =
                    "The tags expression knows | or, & and, ! not, and parentheses. Languages and categories are lists"
                            + " with commas. An address that ends with a slash stands for everything below it. Sort by"
                            + " relevance (default), trend, flattrs, flattrs_month, flattrs_week or flattrs_day.")
    public Uni<FoundView> search(
            @QueryParam("query") String query,
            @QueryParam("tags") String tags,
            @QueryParam("url") String url,
            @QueryParam("language") String language,
            @QueryParam("category") String category,
            @QueryParam("user") String user,
            @QueryParam("sort") String sort,
            @QueryParam("page") String page,
            @QueryParam("limit") String limit) {
        var written = new Search.Written(query, tags, url, language, category, user, sort, page, limit);
        return catalogue.search(Search.of(written)).map(FoundView::of);
    }
}

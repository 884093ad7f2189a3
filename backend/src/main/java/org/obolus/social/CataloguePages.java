package org.obolus.social;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.problems.Problem;
import org.obolus.web.Answers;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** Where people find things, and see what is most flattred. */
@Path("/")
class CataloguePages {

    private final Catalogue catalogue;
    private final Feeds feeds;
    private final Frames frames;

    CataloguePages(Catalogue catalogue, Feeds feeds, Frames frames) {
        this.catalogue = catalogue;
        this.feeds = feeds;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "social", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance catalogue(PageFrame frame, SearchForm asked, Found found);
    }

    @GET
    @Path("catalogue")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<Response> show(@Context UriInfo address) {
        var frame = frames.here();
        var asked = SearchForm.of(address.getQueryParameters());
        return Uni.createFrom()
                .deferred(() -> catalogue.search(asked.search()))
                .map(found ->
                        Response.ok(Templates.catalogue(frame, asked, found)).build())
                .onFailure(Problem.class)
                .recoverWithItem(refused -> refused(frame, asked, refused));
    }

    @GET
    @Path("catalogue.atom")
    @Produces(AtomFeed.MEDIA_TYPE)
    @Operation(hidden = true)
    public Uni<String> feed(@Context UriInfo address) {
        var asked = SearchForm.of(address.getQueryParameters());
        return catalogue
                .search(asked.search())
                .map(found -> feeds.of(asked, found).xml());
    }

    private static Response refused(PageFrame frame, SearchForm asked, Problem refused) {
        var again = new SearchForm(asked.form().refused(refused));
        return Answers.refused(refused, Templates.catalogue(frame, again, Found.nothing(Part.first(1))));
    }
}

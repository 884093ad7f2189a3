package org.obolus.social;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.settlement.Settlement;
import org.obolus.settlement.WaitingShares;
import org.obolus.settlement.Wanted;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** For whom most is waiting: so that somebody who knows them tells them. */
@Path("/most-wanted")
@Produces(MediaType.TEXT_HTML)
class MostWantedPages {

    private static final String A_PAGE = "50";

    private final Settlement settlement;
    private final Frames frames;

    MostWantedPages(Settlement settlement, Frames frames) {
        this.settlement = settlement;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "social", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance mostWanted(PageFrame frame, Page<Wanted> page, boolean first, int fewest);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> show(@QueryParam("cursor") String cursor) {
        var frame = frames.here();
        return settlement
                .mostWanted(PageWish.of(A_PAGE, cursor))
                .map(page -> Templates.mostWanted(frame, page, cursor == null, WaitingShares.FEWEST_TOLD));
    }
}

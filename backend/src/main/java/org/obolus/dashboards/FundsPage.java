package org.obolus.dashboards;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.budgets.Budgets;
import org.obolus.budgets.Means;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** What came into a person's funds and what left them. */
@Path("/dashboard/funds")
@Produces(MediaType.TEXT_HTML)
class FundsPage {

    private static final String A_PAGE = "50";

    private final Budgets budgets;
    private final Caller caller;
    private final Frames frames;

    FundsPage(Budgets budgets, Caller caller, Frames frames) {
        this.budgets = budgets;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "dashboards", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance funds(PageFrame frame, Means means, Page<Movement> page, PageLinks links);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> show(@QueryParam("cursor") String cursor) {
        var me = caller.account(Scope.BUDGET_READ);
        var frame = frames.here();
        return budgets.means(me)
                .chain(means -> budgets.fundsHistory(me, PageWish.of(A_PAGE, cursor))
                        .map(page -> Templates.funds(
                                frame,
                                means,
                                page.map(booked -> Movement.ofFunds(booked, me)),
                                PageLinks.of("/dashboard/funds", cursor, page))));
    }
}

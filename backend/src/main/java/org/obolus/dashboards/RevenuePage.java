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
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.money.Money;
import org.obolus.settlement.Statements;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** What came into a person's revenue and what left it. */
@Path("/dashboard/revenue")
@Produces(MediaType.TEXT_HTML)
class RevenuePage {

    private static final String A_PAGE = "50";

    private final Statements statements;
    private final Caller caller;
    private final Frames frames;

    RevenuePage(Statements statements, Caller caller, Frames frames) {
        this.statements = statements;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "dashboards", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance revenue(PageFrame frame, Money revenue, Page<Movement> page, PageLinks links);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> show(@QueryParam("cursor") String cursor) {
        var me = caller.account(Scope.REVENUE_READ);
        var frame = frames.here();
        return statements
                .revenue(me)
                .chain(revenue -> statements
                        .revenueHistory(me, PageWish.of(A_PAGE, cursor))
                        .map(page -> Templates.revenue(
                                frame,
                                revenue,
                                page.map(booked -> Movement.ofRevenue(booked, me)),
                                PageLinks.of("/dashboard/revenue", cursor, page))));
    }
}

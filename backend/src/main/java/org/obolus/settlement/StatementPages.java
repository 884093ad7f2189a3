package org.obolus.settlement;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.calendar.Month;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** Statements as pages, for whoever is logged in. */
@Path("/statements")
@Produces(MediaType.TEXT_HTML)
class StatementPages {

    private final Statements statements;
    private final Caller caller;
    private final Frames frames;

    StatementPages(Statements statements, Caller caller, Frames frames) {
        this.statements = statements;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "settlement", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance statements(PageFrame frame, List<Statements.Overview> months);

        static native TemplateInstance given(PageFrame frame, GivenStatement statement);

        static native TemplateInstance received(PageFrame frame, ReceivedStatement statement);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> statements() {
        return statements.overview(me()).map(months -> Templates.statements(frames.here(), months));
    }

    @GET
    @Path("given/{month}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> given(@PathParam("month") String month) {
        return statements.given(me(), Month.of(month)).map(statement -> Templates.given(frames.here(), statement));
    }

    @GET
    @Path("received/{month}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> received(@PathParam("month") String month) {
        return statements
                .received(me(), Month.of(month))
                .map(statement -> Templates.received(frames.here(), statement));
    }

    private AccountId me() {
        caller.account(Scope.REVENUE_READ);
        return caller.account(Scope.BUDGET_READ);
    }
}

package org.obolus.dashboards;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.budgets.Budgets;
import org.obolus.money.Money;
import org.obolus.problems.Problem;
import org.obolus.settlement.Statements;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** The first page of whoever is logged in: the open month, budget, funds and revenue at a glance. */
@Path("/dashboard")
@Produces(MediaType.TEXT_HTML)
class DashboardPages {

    private static final String HERE = "/dashboard";
    private static final String AMOUNT = "amount";

    private final ReadGiving readGiving;
    private final ReadReceiving readReceiving;
    private final Statements statements;
    private final Budgets budgets;
    private final Caller caller;
    private final Frames frames;

    DashboardPages(
            ReadGiving readGiving,
            ReadReceiving readReceiving,
            Statements statements,
            Budgets budgets,
            Caller caller,
            Frames frames) {
        this.readGiving = readGiving;
        this.readReceiving = readReceiving;
        this.statements = statements;
        this.budgets = budgets;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "dashboards", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance overview(
                PageFrame frame,
                Giving giving,
                Receiving receiving,
                List<Statements.Overview> months,
                FilledForm form,
                String news);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> show(@QueryParam("news") String news) {
        caller.account(Scope.REVENUE_READ);
        return page(caller.account(Scope.BUDGET_READ), frames.here(), FilledForm.empty(), News.of(news));
    }

    @POST
    @Path("budget")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> setBudget(MultivaluedMap<String, String> posted) {
        return change(FilledForm.of(posted), (me, form) -> budgets.set(me, Money.of(form.value(AMOUNT))));
    }

    @POST
    @Path("pause")
    @Operation(hidden = true)
    public Uni<Response> pause() {
        return change(FilledForm.empty(), (me, form) -> budgets.pause(me));
    }

    @POST
    @Path("resume")
    @Operation(hidden = true)
    public Uni<Response> resume() {
        return change(FilledForm.empty(), (me, form) -> budgets.resume(me));
    }

    private Uni<Response> change(FilledForm form, BiFunction<AccountId, FilledForm, Uni<?>> deed) {
        var me = caller.account(Scope.BUDGET);
        var frame = frames.here();
        return Uni.createFrom()
                .deferred(() -> deed.apply(me, form).replaceWith(Answers.goOn(HERE)))
                .onFailure(Problem.class)
                .recoverWithUni(refused -> page(me, frame, form.refused(AMOUNT, refused.getMessage()), null)
                        .map(page -> Answers.refused(refused, page)));
    }

    private Uni<TemplateInstance> page(AccountId me, PageFrame frame, FilledForm form, String news) {
        return readGiving
                .of(me)
                .chain(giving -> readReceiving
                        .of(me)
                        .chain(receiving -> statements
                                .overview(me)
                                .map(months -> Templates.overview(frame, giving, receiving, months, form, news))));
    }
}

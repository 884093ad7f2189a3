package org.obolus.payments;

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
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.budgets.BudgetRefused;
import org.obolus.budgets.Budgets;
import org.obolus.budgets.Means;
import org.obolus.database.KeyedRequest;
import org.obolus.money.Money;
import org.obolus.problems.Problem;
import org.obolus.problems.Unacceptable;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.NextPage;
import org.obolus.web.PageFrame;

/** Where a person chooses how much to add to their funds. */
@Path("/top-up")
@Produces(MediaType.TEXT_HTML)
class TopUpPage {

    private static final String ROUTE = "POST /top-up";
    private static final String CHOSEN = "amount";
    private static final String OTHER = "other";
    private static final String BUDGET = "budget";
    private static final String RETURN_TO = "return_to";
    private static final List<Money> SUGGESTED =
            List.of(Money.ofCents(5_00), Money.ofCents(10_00), Money.ofCents(20_00), Money.ofCents(50_00));
    private static final Money USUAL = SUGGESTED.get(1);
    private static final Money USUAL_BUDGET = SUGGESTED.get(0);

    private final Payments payments;
    private final Budgets budgets;
    private final Caller caller;
    private final Frames frames;

    TopUpPage(Payments payments, Budgets budgets, Caller caller, Frames frames) {
        this.payments = payments;
        this.budgets = budgets;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "payments", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance topUp(PageFrame frame, Means means, List<Money> suggested, FilledForm form);
    }

    @GET
    public Uni<TemplateInstance> show(@QueryParam(RETURN_TO) String returnTo) {
        var form = FilledForm.empty()
                .with(CHOSEN, USUAL.toCents())
                .with(BUDGET, USUAL_BUDGET.toCents())
                .with(RETURN_TO, NextPage.of(returnTo).path());
        return page(caller.account(Scope.BUDGET_READ), frames.here(), form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> start(MultivaluedMap<String, String> posted) {
        var account = caller.account(Scope.BUDGET);
        var frame = frames.here();
        var form = FilledForm.of(posted);
        return Uni.createFrom()
                .deferred(() -> start(account, form))
                .map(deposit -> Answers.goOn(deposit.checkout().url() + (frame.popout() ? "?popout=1" : "")))
                .onFailure(Problem.class)
                .recoverWithUni(refused -> refused(account, frame, form, refused));
    }

    /** A form that asks for a budget sets it first: without one a top-up would not let anybody flattr. */
    private Uni<Deposit> start(AccountId account, FilledForm form) {
        var amount = amount(form, form.value(OTHER).isBlank() ? CHOSEN : OTHER);
        var asked = new NewDeposit(account, amount, NextPage.of(form.value(RETURN_TO)));
        var request = KeyedRequest.of(account.value(), ROUTE, null, asked);
        return form.value(BUDGET).isBlank()
                ? payments.start(asked, request)
                : budgets.set(account, amount(form, BUDGET)).chain(() -> payments.start(asked, request));
    }

    private static Money amount(FilledForm form, String field) {
        try {
            return Money.of(form.value(field));
        } catch (Unacceptable.Invalid unreadable) {
            throw new Unacceptable.Invalid(field, unreadable.getMessage());
        }
    }

    private Uni<Response> refused(AccountId account, PageFrame frame, FilledForm form, Problem refused) {
        return page(account, frame, form.refused(field(refused), refused.getMessage()))
                .map(page ->
                        Response.status(refused.type().status()).entity(page).build());
    }

    private static String field(Problem refused) {
        var isAboutBudget = refused instanceof BudgetRefused
                || BUDGET.equals(refused.members().get("field"));
        return isAboutBudget ? BUDGET : OTHER;
    }

    private Uni<TemplateInstance> page(AccountId account, PageFrame frame, FilledForm form) {
        return budgets.means(account).map(means -> Templates.topUp(frame, means, SUGGESTED, form));
    }
}

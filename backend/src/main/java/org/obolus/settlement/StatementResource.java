package org.obolus.settlement;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.calendar.Month;

/** Statements over HTTP, as JSON and as files. */
@Path("/api/v1")
@Tag(name = "statements")
class StatementResource {

    private static final String ATTACHMENT = "attachment; filename=\"%s\"";

    private final Statements statements;
    private final Caller caller;
    private final String server;

    StatementResource(Statements statements, Caller caller, @ConfigProperty(name = "obolus.url") String server) {
        this.statements = statements;
        this.caller = caller;
        this.server = server;
    }

    @GET
    @Path("worth")
    @Operation(summary = "What a flattr of mine is worth if the month ended now")
    public Uni<StatementViews.WorthView> worth() {
        return statements.worth(caller.account(Scope.BUDGET_READ)).map(StatementViews.WorthView::of);
    }

    @GET
    @Path("statements")
    @Operation(summary = "My months in short, newest first")
    public Uni<List<StatementViews.OverviewView>> overview() {
        return statements
                .overview(both())
                .map(months ->
                        months.stream().map(StatementViews.OverviewView::of).toList());
    }

    @GET
    @Path("statements/given/{month}")
    @Operation(summary = "Where my money of a month went, share by share; provisional until the month is settled")
    public Uni<StatementViews.GivenView> given(@PathParam("month") String month) {
        return statements
                .given(caller.account(Scope.BUDGET_READ), Month.of(month))
                .map(StatementViews.GivenView::of);
    }

    @GET
    @Path("statements/given/{month}.csv")
    @Produces(Csv.MEDIA_TYPE)
    @Operation(summary = "Where my money of a month went, as a file")
    @APIResponseSchema(value = String.class, responseCode = "200")
    public Uni<Response> givenFile(@PathParam("month") String month) {
        return statements
                .given(caller.account(Scope.BUDGET_READ), Month.of(month))
                .map(statement -> file(StatementFiles.given(statement), "obolus-given-" + statement.month() + ".csv"));
    }

    @GET
    @Path("statements/received/{month}")
    @Operation(summary = "What I received in a month, thing by thing; provisional until the month is settled")
    public Uni<StatementViews.ReceivedView> received(@PathParam("month") String month) {
        return statements
                .received(caller.account(Scope.REVENUE_READ), Month.of(month))
                .map(StatementViews.ReceivedView::of);
    }

    @GET
    @Path("statements/received/{month}.csv")
    @Produces(Csv.MEDIA_TYPE)
    @Operation(summary = "Every share that I received in a settled month, one by one and without names")
    @APIResponseSchema(value = String.class, responseCode = "200")
    public Multi<String> shares(@PathParam("month") String written) {
        var month = Month.of(written);
        var lines = statements
                .shares(caller.account(Scope.REVENUE_READ), month)
                .map(share -> StatementFiles.share(month.toString(), share));
        var all =
                Multi.createBy().concatenating().streams(Multi.createFrom().item(StatementFiles.shareHeader()), lines);
        return RestMulti.fromMultiData(all)
                .header("Content-Disposition", ATTACHMENT.formatted("obolus-received-" + month + ".csv"))
                .build();
    }

    @GET
    @Path("statements/received/{month}/things.csv")
    @Produces(Csv.MEDIA_TYPE)
    @Operation(summary = "What each of my things brought, in the format of Flattr's own reports")
    @APIResponseSchema(value = String.class, responseCode = "200")
    public Uni<Response> things(@PathParam("month") String month) {
        return statements
                .received(caller.account(Scope.REVENUE_READ), Month.of(month))
                .map(statement ->
                        file(StatementFiles.perThing(statement, server), "flattr-" + statement.month() + ".csv"));
    }

    @GET
    @Path("statements/received/{month}/claims.csv")
    @Produces(Csv.MEDIA_TYPE)
    @Operation(summary = "What claims paid me for a month's held shares, each with its part of the fee")
    @APIResponseSchema(value = String.class, responseCode = "200")
    public Uni<Response> claims(@PathParam("month") String month) {
        return statements
                .received(caller.account(Scope.REVENUE_READ), Month.of(month))
                .map(statement ->
                        file(StatementFiles.claims(statement), "obolus-claims-" + statement.month() + ".csv"));
    }

    private AccountId both() {
        caller.account(Scope.REVENUE_READ);
        return caller.account(Scope.BUDGET_READ);
    }

    private static Response file(String body, String name) {
        return Response.ok(body)
                .header("Content-Disposition", ATTACHMENT.formatted(name))
                .build();
    }
}

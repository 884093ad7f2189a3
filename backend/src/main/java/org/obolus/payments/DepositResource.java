package org.obolus.payments;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.database.KeyedRequest;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.money.Money;
import org.obolus.problems.Unacceptable;
import org.obolus.web.NextPage;

/** The caller's own deposits. */
@Path("/api/v1/deposits")
@Tag(name = "money in")
class DepositResource {

    private static final String ROUTE = "POST /api/v1/deposits";

    private final Payments payments;
    private final Caller caller;
    private final URI here;

    DepositResource(Payments payments, Caller caller, @ConfigProperty(name = "obolus.url") URI here) {
        this.payments = payments;
        this.caller = caller;
        this.here = here;
    }

    @Schema(name = "NewDeposit")
    record Asked(Money amountMicros, String returnTo) {

        NewDeposit by(AccountId account) {
            if (amountMicros == null) {
                throw new Unacceptable.Invalid("amount_micros", "Say in amount_micros how much to top up.");
            }
            var next = NextPage.of(returnTo);
            if (returnTo != null && !returnTo.equals(next.path())) {
                throw new Unacceptable.Invalid("return_to", "return_to is a path here, for example /dashboard.");
            }
            return new NewDeposit(account, amountMicros, next);
        }
    }

    record DepositView(
            long id,
            Deposit.State state,
            Money amountMicros,
            String provider,
            URI checkoutUrl,
            String returnTo,
            Instant startedAt) {

        static DepositView of(Deposit deposit, URI here) {
            return new DepositView(
                    deposit.id(),
                    deposit.state(),
                    deposit.amount(),
                    deposit.provider(),
                    here.resolve(deposit.checkout().url()),
                    deposit.returnTo().path(),
                    deposit.startedAt());
        }
    }

    @POST
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Done",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DepositView.class)))
    @Operation(summary = "Start a deposit: send the person to checkout_url, nothing is booked before it is paid")
    public Uni<DepositView> start(Asked asked, @HeaderParam("Idempotency-Key") String key) {
        var account = caller.account(Scope.BUDGET);
        var request = KeyedRequest.of(account.value(), ROUTE, key, asked);
        return payments.start(asked.by(account), request).map(this::view);
    }

    @GET
    @Operation(summary = "My deposits, the latest first")
    public Uni<RestResponse<Page.Items<DepositView>>> latest(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor, @Context UriInfo asked) {
        return payments.latest(caller.account(Scope.BUDGET_READ), PageWish.of(limit, cursor))
                .map(page -> page.map(this::view).answer(asked));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One of my deposits and how it stands")
    public Uni<DepositView> find(@PathParam("id") long id) {
        return payments.find(caller.account(Scope.BUDGET_READ), id).map(this::view);
    }

    private DepositView view(Deposit deposit) {
        return DepositView.of(deposit, here);
    }
}

package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.obolus.accounts.Accounts;
import org.obolus.accounts.Caller;
import org.obolus.database.Page;
import org.obolus.problems.Unacceptable;

/** Lets operators decide contests about sites and people on other platforms. */
@Path("/api/v1/operator/contests")
@Tag(name = "operator")
class OperatorContestResource {

    private final Identities identities;
    private final Accounts accounts;
    private final Caller caller;

    OperatorContestResource(Identities identities, Accounts accounts, Caller caller) {
        this.identities = identities;
        this.accounts = accounts;
        this.caller = caller;
    }

    /** Whose it is, by username, and why. */
    record NewDecision(String winner, String reason) {

        NewDecision {
            if (winner == null) {
                throw new Unacceptable.Malformed("Name the winner by username, and give a reason.");
            }
        }
    }

    /**
     * @param shown the identity as people name it
     * @param host where it is a site
     * @param waitsSince since when both show equally strong proofs, so that only an operator can decide
     */
    @Schema(name = "ContestSeenByOperator")
    record ContestView(
            String identity,
            String shown,
            SiteHost host,
            String owner,
            String challenger,
            Instant openedAt,
            Instant dueAt,
            Instant waitsSince) {

        static ContestView of(OpenContest contest) {
            return new ContestView(
                    contest.identity().value(),
                    contest.shown(),
                    contest.identity().site().orElse(null),
                    contest.owner(),
                    contest.challenger(),
                    contest.openedAt(),
                    contest.dueAt(),
                    contest.waitsSince().orElse(null));
        }
    }

    @GET
    @Operation(summary = "The contests that are not decided, those that wait for an operator first")
    public Uni<Page.Items<ContestView>> open() {
        return accounts.requireOperator(caller)
                .chain(operator -> identities.contests())
                .map(all -> new Page.Items<>(all.stream().map(ContestView::of).toList()));
    }

    @POST
    @Path("{identity}/decision")
    @APIResponse(responseCode = "204", description = "Decided; both are told the reason")
    @Operation(
            summary =
                    "Decide whose a contested identity is, with a reason that both can read; of a site, its host is enough")
    public Uni<Void> decide(@PathParam("identity") String identity, NewDecision asked) {
        if (asked == null) {
            throw new Unacceptable.Malformed("Name the winner by username, and give a reason.");
        }
        var reason = new DecisionReason(asked.reason());
        return accounts.requireOperator(caller)
                .chain(operator ->
                        identities.decideContest(operator, IdentityName.read(identity), asked.winner(), reason));
    }
}

package org.obolus.things;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.problems.ProblemView;
import org.obolus.problems.Unacceptable;

/** Many things in one call over HTTP. */
@Path("/api/v1/things/bulk")
@Tag(name = "things")
class BulkResource {

    private final Things things;
    private final Caller caller;

    BulkResource(Things things, Caller caller) {
        this.things = things;
        this.caller = caller;
    }

    @Schema(name = "ThingsToRegister")
    record WrittenThings(List<ThingResource.WrittenThing> things) {

        List<Draft> drafts() {
            if (things == null) {
                throw new Unacceptable.Invalid("things", "List the things to register in the field things.");
            }
            return things.stream().map(WrittenThings::draft).toList();
        }

        private static Draft draft(ThingResource.WrittenThing written) {
            return written == null ? new Draft(null, null) : written.draft();
        }
    }

    /** The address as it was sent, what happened, the thing or why there is none, and whether it is the caller's to describe. */
    @Schema(name = "ThingOutcome")
    record OutcomeView(String url, Outcome.Status status, ThingView thing, Boolean owned, ProblemView problem) {

        static OutcomeView of(Outcome outcome, AccountId caller) {
            return new OutcomeView(
                    outcome.url(),
                    outcome.status(),
                    outcome.thing().map(ThingView::of).orElse(null),
                    outcome.thing().map(thing -> thing.mayBeChangedBy(caller)).orElse(null),
                    outcome.problem().map(ProblemView::of).orElse(null));
        }
    }

    @Schema(name = "ThingOutcomes")
    record Outcomes(List<OutcomeView> outcomes) {

        static Outcomes of(List<Outcome> outcomes, AccountId caller) {
            return new Outcomes(outcomes.stream()
                    .map(outcome -> OutcomeView.of(outcome, caller))
                    .toList());
        }
    }

    @POST
    @Operation(
            summary = "Register up to 500 addresses; an outcome for each, in their order",
            description =
                    "The rules are those of a single registration, but no page is looked at: what is new belongs to"
                            + " its site, and nobody is asked who has a profile: one whom nobody here has met is refused. Sent again, it changes nothing.")
    public Uni<Outcomes> register(WrittenThings written) {
        var account = caller.account(Scope.THING);
        return things.registerAll(account, written.drafts()).map(outcomes -> Outcomes.of(outcomes, account));
    }
}

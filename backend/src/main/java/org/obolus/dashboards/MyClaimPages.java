package org.obolus.dashboards;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.identities.Identities;
import org.obolus.web.Answers;

/** The one button by which a person takes what waits for them. */
@Path("/dashboard/claims")
@Produces(MediaType.TEXT_HTML)
class MyClaimPages {

    private final Identities identities;
    private final Caller caller;

    MyClaimPages(Identities identities, Caller caller) {
        this.identities = identities;
        this.caller = caller;
    }

    @POST
    @Path("email")
    @Operation(hidden = true)
    public Uni<Response> email() {
        return identities
                .claimEmail(caller.account(Scope.THING))
                .replaceWith(Answers.goOn("/dashboard?news=" + News.CLAIMED));
    }
}

package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.database.Page;
import org.obolus.web.WebUrl;

@Path("/api/v1/identities")
@Tag(name = "sites")
class IdentityResource {

    private final MyPeople people;
    private final Caller caller;

    IdentityResource(MyPeople people, Caller caller) {
        this.people = people;
        this.caller = caller;
    }

    /** Somebody on another platform; the handle may change, the identity never does. */
    record IdentityView(
            String identity,
            String platform,
            String handle,
            String name,
            WebUrl profile,
            boolean contested,
            Instant dueAt,
            boolean optedOut) {

        static IdentityView of(MyPeople.Mine mine) {
            var user = mine.user();
            return new IdentityView(
                    user.identity().value(),
                    user.platform().value(),
                    user.handle(),
                    user.displayName().orElse(null),
                    user.profile(),
                    mine.isContested(),
                    mine.dueAt().orElse(null),
                    mine.optedOut());
        }
    }

    @GET
    @Operation(
            summary = "Who I am on other platforms",
            description =
                    "Those whom I have claimed by logging in there, and those whom I challenge. A claim is made by a"
                            + " person at a browser, on the page /claim.")
    public Uni<Page.Items<IdentityView>> mine() {
        return people.of(caller.account(Scope.THING, Scope.EXTENDED_READ))
                .map(mine ->
                        new Page.Items<>(mine.stream().map(IdentityView::of).toList()));
    }
}

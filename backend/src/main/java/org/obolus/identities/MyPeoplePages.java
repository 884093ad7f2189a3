package org.obolus.identities;

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
import java.util.Map;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** Who a person is on other platforms. */
@Path(MyPeoplePages.HERE)
@Produces(MediaType.TEXT_HTML)
class MyPeoplePages {

    static final String HERE = "/dashboard/identities";

    private static final String COLLECTED = "collected";
    private static final String CONTESTED = "contested";
    private static final String GIVEN_UP = "given-up";
    private static final String OPTED_OUT = "opted-out";
    private static final String OPTED_IN = "opted-in";
    private static final Map<String, String> NEWS = Map.of(
            COLLECTED, "It is yours. What was held for it is revenue of yours now, less the fee.",
            CONTESTED,
                    "Two accounts claim this person. It is decided on the day that is shown here, for whoever has"
                            + " logged in there last.",
            OPTED_OUT, "Nobody can flattr you there any more. What was held goes back to those who gave it.",
            OPTED_IN, "You can be flattred there again.",
            GIVEN_UP, "That is no longer you here. What was given before stays yours.");

    private final MyPeople people;
    private final Caller caller;
    private final Frames frames;

    MyPeoplePages(MyPeople people, Caller caller, Frames frames) {
        this.people = people;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "identities", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance mine(PageFrame frame, List<MyPeople.Mine> people, String news);
    }

    /** Where whoever has collected goes on. */
    static String after(ClaimPerson.Outcome outcome) {
        return HERE + "?news=" + (outcome == ClaimPerson.Outcome.CLAIMED ? COLLECTED : CONTESTED);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(@QueryParam("news") String news) {
        var frame = frames.here();
        return people.of(caller.account(Scope.THING))
                .map(mine -> Templates.mine(frame, mine, news == null ? null : NEWS.get(news)));
    }

    @POST
    @Path("give-up")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> giveUp(MultivaluedMap<String, String> posted) {
        return change(posted, people::giveUp, GIVEN_UP);
    }

    @POST
    @Path("opt-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> optOut(MultivaluedMap<String, String> posted) {
        return change(posted, people::optOut, OPTED_OUT);
    }

    @POST
    @Path("opt-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> optIn(MultivaluedMap<String, String> posted) {
        return change(posted, people::optIn, OPTED_IN);
    }

    private Uni<Response> change(
            MultivaluedMap<String, String> posted, BiFunction<AccountId, IdentityName, Uni<Void>> deed, String news) {
        var name = new IdentityName(FilledForm.of(posted).value("identity"));
        return deed.apply(caller.account(Scope.THING), name).replaceWith(Answers.goOn(HERE + "?news=" + news));
    }
}

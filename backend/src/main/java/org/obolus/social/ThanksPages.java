package org.obolus.social;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.buttons.Buttons;
import org.obolus.buttons.Target;
import org.obolus.problems.Unacceptable;
import org.obolus.things.Thing;
import org.obolus.things.ThingId;
import org.obolus.things.ThingRefused;
import org.obolus.things.Things;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** Where somebody who flattred a thing says thanks to its maker. */
@Path("/things/{id}/thanks")
@Produces(MediaType.TEXT_HTML)
class ThanksPages {

    private static final String TEXT = "text";

    private final Thanks thanks;
    private final Things things;
    private final Buttons buttons;
    private final Caller caller;
    private final Frames frames;

    ThanksPages(Thanks thanks, Things things, Buttons buttons, Caller caller, Frames frames) {
        this.thanks = thanks;
        this.things = things;
        this.buttons = buttons;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "social", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance thanks(
                PageFrame frame, Thing thing, Target target, Optional<String> said, FilledForm form, int longest);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> show(@PathParam("id") long id) {
        var me = caller.account(Scope.FLATTR);
        var frame = frames.here();
        return there(id)
                .chain(target -> thanks.saidBy(me, thing(target).id())
                        .map(said ->
                                page(frame, target, said, new FilledForm(Map.of(TEXT, said.orElse("")), Map.of()))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> say(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        var me = caller.account(Scope.FLATTR);
        var frame = frames.here();
        var form = FilledForm.of(posted);
        return there(id)
                .chain(target -> Uni.createFrom()
                        .deferred(() -> thanks.say(me, thing(target).id(), form.value(TEXT)))
                        .replaceWith(here(target))
                        .onFailure(Unacceptable.Invalid.class)
                        .recoverWithUni(
                                refused -> thanks.saidBy(me, thing(target).id())
                                        .map(said -> page(frame, target, said, form.refused(refused)))
                                        .map(page -> Answers.refused(refused, page))));
    }

    @POST
    @Path("take-back")
    @Operation(hidden = true)
    public Uni<Response> takeBack(@PathParam("id") long id) {
        var me = caller.account(Scope.FLATTR);
        return there(id).chain(target -> thanks.takeBack(me, thing(target).id()).replaceWith(here(target)));
    }

    private static Response here(Target target) {
        return Answers.goOn("/things/" + thing(target).id() + "/thanks");
    }

    private static TemplateInstance page(PageFrame frame, Target target, Optional<String> said, FilledForm form) {
        return Templates.thanks(frame, thing(target), target, said, form, Thanks.LONGEST);
    }

    private static Thing thing(Target target) {
        return target.thing().orElseThrow();
    }

    private Uni<Target> there(long id) {
        var thing = new ThingId(id);
        return things.find(thing)
                .map(found -> found.orElseThrow(() -> new ThingRefused.NotKnown(thing)))
                .chain(buttons::target);
    }
}

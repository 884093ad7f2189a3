package org.obolus.social;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.buttons.Button;
import org.obolus.buttons.Buttons;
import org.obolus.buttons.Place;
import org.obolus.buttons.TellTheMaker;
import org.obolus.flattrs.Count;
import org.obolus.flattrs.Subscription;
import org.obolus.flattrs.Subscriptions;
import org.obolus.things.Thing;
import org.obolus.things.ThingId;
import org.obolus.things.ThingRefused;
import org.obolus.things.Things;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** The page of each thing, for everybody who has its address. */
@Path("/things/{id}")
@Produces(MediaType.TEXT_HTML)
class ThingPages {

    private final Things things;
    private final Buttons buttons;
    private final Subscriptions subscriptions;
    private final Caller caller;
    private final Frames frames;

    ThingPages(Things things, Buttons buttons, Subscriptions subscriptions, Caller caller, Frames frames) {
        this.things = things;
        this.buttons = buttons;
        this.subscriptions = subscriptions;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "social", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance thing(
                PageFrame frame,
                Thing thing,
                Count count,
                Button button,
                Optional<Subscription> monthly,
                Optional<TellTheMaker> tell,
                FilledForm form);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> show(@PathParam("id") long id) {
        var frame = frames.here();
        var viewer = caller.account();
        return things.find(new ThingId(id)).chain(found -> page(frame, viewer, there(found, new ThingId(id))));
    }

    private Uni<TemplateInstance> page(PageFrame frame, Optional<AccountId> viewer, Thing thing) {
        return buttons.target(thing)
                .chain(target -> buttons.of(viewer, target, Place.ofThing(thing)))
                .chain(button -> buttons.count(button)
                        .chain(count -> monthly(viewer, thing)
                                .map(monthly -> Templates.thing(
                                        frame,
                                        thing,
                                        count,
                                        button,
                                        monthly,
                                        buttons.tell(button),
                                        FilledForm.empty()))));
    }

    private Uni<Optional<Subscription>> monthly(Optional<AccountId> viewer, Thing thing) {
        return viewer.map(me -> subscriptions.of(me, thing.id()))
                .orElse(Uni.createFrom().item(Optional.empty()));
    }

    private static Thing there(Optional<Thing> found, ThingId id) {
        return found.filter(thing -> !thing.isDeleted()).orElseThrow(() -> new ThingRefused.NotKnown(id));
    }
}

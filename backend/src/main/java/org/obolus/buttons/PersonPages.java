package org.obolus.buttons;

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
import org.obolus.flattrs.Count;
import org.obolus.identities.AddresseeId;
import org.obolus.identities.Found;
import org.obolus.identities.PlatformPeople;
import org.obolus.identities.PlatformUserId;
import org.obolus.problems.Unacceptable;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** The page of somebody who has none here, under an address that stays whatever they call themselves elsewhere. */
@Path("/on/{platform}/{id}")
@Produces(MediaType.TEXT_HTML)
class PersonPages {

    private final PlatformPeople people;
    private final Buttons buttons;
    private final Caller caller;
    private final Frames frames;

    PersonPages(PlatformPeople people, Buttons buttons, Caller caller, Frames frames) {
        this.people = people;
        this.buttons = buttons;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "buttons", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance person(
                PageFrame frame, Button button, Count count, Optional<TellTheMaker> tell, FilledForm form);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> show(@PathParam("platform") String platform, @PathParam("id") String id) {
        var frame = frames.here();
        var viewer = caller.account();
        return somebody(viewer, platform, id).chain(found -> page(frame, viewer, found));
    }

    private Uni<? extends Found.Somebody> somebody(Optional<AccountId> viewer, String platform, String id) {
        var addressee = AddresseeId.ofPath("/on/" + platform + "/" + id);
        return addressee.isPresent()
                ? people.addressee(addressee.get())
                : people.onTheirPage(
                        viewer,
                        PlatformUserId.of(platform, id)
                                .orElseThrow(() ->
                                        new Unacceptable.Unknown("Nobody on another platform has that address.")));
    }

    private Uni<TemplateInstance> page(PageFrame frame, Optional<AccountId> viewer, Found.Somebody somebody) {
        return buttons.target(somebody)
                .chain(target -> buttons.of(viewer, target, Place.on(somebody.path(), target.url())))
                .chain(button -> buttons.count(button)
                        .map(count ->
                                Templates.person(frame, button, count, buttons.tell(button), FilledForm.empty())));
    }
}

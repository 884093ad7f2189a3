package org.obolus.dashboards;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.buttons.Button;
import org.obolus.buttons.Buttons;
import org.obolus.buttons.Place;
import org.obolus.buttons.Target;
import org.obolus.buttons.TellTheMaker;
import org.obolus.flattrs.Count;
import org.obolus.identities.PersonRefused.WhichPlatform;
import org.obolus.identities.PlatformPeople;
import org.obolus.problems.Problem;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** Flattr anybody: says whom or what is meant, shows whose it is before anything is given, and then the button. */
@Path("/dashboard/flattr")
@Produces(MediaType.TEXT_HTML)
class FlattrAnybodyPages {

    private static final String HERE = "/dashboard/flattr";
    private static final String OF = "of";

    private final PlatformPeople people;
    private final Buttons buttons;
    private final Caller caller;
    private final Frames frames;

    FlattrAnybodyPages(PlatformPeople people, Buttons buttons, Caller caller, Frames frames) {
        this.people = people;
        this.buttons = buttons;
        this.caller = caller;
        this.frames = frames;
    }

    /** What was found, with its button. */
    record Card(Button button, Count count, Optional<TellTheMaker> tell) {}

    @CheckedTemplate(basePath = "dashboards", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance flattrAnybody(
                PageFrame frame, FilledForm form, Card card, List<WhichPlatform.Choice> choices);
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> show(@QueryParam(OF) String of) {
        var me = caller.account(Scope.FLATTR);
        var frame = frames.here();
        if (of == null || of.isBlank()) {
            return Uni.createFrom().item(answer(Templates.flattrAnybody(frame, FilledForm.empty(), null, List.of())));
        }
        var form = FilledForm.empty().with(OF, of);
        return card(me, of)
                .map(card -> answer(Templates.flattrAnybody(frame, form, card, List.of())))
                .onFailure(Problem.class)
                .recoverWithItem(refused -> Answers.refused(
                        refused,
                        Templates.flattrAnybody(
                                frame, form.refused(OF, refused.getMessage()), null, choices(refused))));
    }

    private Uni<Card> card(AccountId me, String of) {
        return people.find(me, of)
                .chain(found -> buttons.target(me, found))
                .chain(target -> buttons.of(
                        Optional.of(me),
                        target,
                        Place.on(HERE + "?of=" + URLEncoder.encode(again(of, target), UTF_8), target.url())))
                .chain(button -> buttons.count(button).map(count -> new Card(button, count, buttons.tell(button))));
    }

    /** What leads back here, and may be kept on the way: no e-mail address. */
    private static String again(String of, Target target) {
        return target.addressee().map(somebody -> target.url().toString()).orElseGet(of::strip);
    }

    private static List<WhichPlatform.Choice> choices(Throwable refused) {
        return refused instanceof WhichPlatform which ? which.choices() : List.of();
    }

    private static Response answer(TemplateInstance page) {
        return Response.ok(page).build();
    }
}

package org.obolus.buttons;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.Function;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.budgets.Budgets;
import org.obolus.flattrs.Count;
import org.obolus.flattrs.FlattrRefused;
import org.obolus.identities.PersonRefused;
import org.obolus.money.Money;
import org.obolus.problems.Problem;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/**
 * Where a button leads: the page on which a thing, or any page of the web, can be flattred.
 *
 * <p>Opening it changes nothing; everything is done by a form that only this server's own pages can send.
 */
@Path(Place.AUTO_SUBMIT)
@Produces(MediaType.TEXT_HTML)
class AutoSubmitPages {

    private static final String RETURN_TO = "return_to";
    private static final String AMOUNT = "amount";
    private static final String FORM_TOKEN = "form";

    private final Buttons buttons;
    private final Budgets budgets;
    private final Caller caller;
    private final Frames frames;

    AutoSubmitPages(Buttons buttons, Budgets budgets, Caller caller, Frames frames) {
        this.buttons = buttons;
        this.budgets = budgets;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "buttons", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance autoSubmit(
                PageFrame frame, Submission asked, Button button, Count count, FilledForm form);
    }

    /** What a form asks for, and the page it came from. */
    private record Wish(AccountId supporter, Submission asked, Place place, FilledForm form, PageFrame frame) {}

    @GET
    public Uni<Response> show(@Context UriInfo address) {
        var viewer = caller.account();
        var frame = frames.here();
        return asked(address, viewer)
                .chain(asked -> page(viewer, asked, Place.of(asked, null), FilledForm.empty(), frame))
                .map(page -> Response.ok(page).build())
                .onFailure(PersonRefused.ByMailOfAStranger.class)
                .recoverWithItem(refused -> logInFirst(refused, frame));
    }

    private static Response logInFirst(PersonRefused.ByMailOfAStranger stranger, PageFrame frame) {
        return Answers.goOn(Place.of(stranger, frame.popout()).logIn());
    }

    @POST
    @Path("flattr")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> give(@Context UriInfo address, MultivaluedMap<String, String> posted) {
        return fulfil(
                address,
                posted,
                wish -> buttons.give(wish.supporter(), wish.asked().url()));
    }

    @POST
    @Path("undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> takeBack(@Context UriInfo address, MultivaluedMap<String, String> posted) {
        return fulfil(
                address,
                posted,
                wish -> buttons.takeBack(wish.supporter(), wish.asked().url()));
    }

    @POST
    @Path("budget")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> setBudget(@Context UriInfo address, MultivaluedMap<String, String> posted) {
        return fulfil(
                address,
                posted,
                wish -> budgets.set(wish.supporter(), Money.of(wish.form().value(AMOUNT))));
    }

    @POST
    @Path("resume")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> resume(@Context UriInfo address, MultivaluedMap<String, String> posted) {
        return fulfil(address, posted, wish -> budgets.resume(wish.supporter()));
    }

    @POST
    @Path("top-up")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> waitForTopUp(@Context UriInfo address, MultivaluedMap<String, String> posted) {
        return fulfil(
                address,
                posted,
                wish -> buttons.giveOnceThereAreMeans(
                        wish.supporter(), wish.asked().url()),
                Place::topUp);
    }

    private Uni<Response> fulfil(UriInfo address, MultivaluedMap<String, String> posted, Function<Wish, Uni<?>> deed) {
        return fulfil(address, posted, deed, Place::path);
    }

    /** Whoever was logged out meanwhile finds the same page again, which says so. */
    private Uni<Response> fulfil(
            UriInfo address,
            MultivaluedMap<String, String> posted,
            Function<Wish, Uni<?>> deed,
            Function<Place, String> next) {
        var viewer = caller.account();
        if (viewer.isEmpty()) {
            return asked(address, viewer)
                    .map(asked -> Answers.goOn(
                            Place.of(asked, posted.getFirst(RETURN_TO)).path()));
        }
        var me = caller.account(Scope.FLATTR);
        var frame = frames.here();
        var isOurs = caller.isFormToken(posted.getFirst(FORM_TOKEN));
        return asked(address, viewer)
                .map(asked ->
                        new Wish(me, asked, Place.of(asked, posted.getFirst(RETURN_TO)), FilledForm.of(posted), frame))
                .chain(wish -> isOurs ? fulfil(wish, deed, next) : again(wish, new ButtonRefused.StaleForm()));
    }

    private Uni<Response> fulfil(Wish wish, Function<Wish, Uni<?>> deed, Function<Place, String> next) {
        return Uni.createFrom()
                .deferred(() -> deed.apply(wish).replaceWith(Answers.goOn(next.apply(wish.place()))))
                .onFailure(FlattrRefused.Once.class)
                .recoverWithItem(() -> Answers.goOn(wish.place().path()))
                .onFailure(Problem.class)
                .recoverWithUni(refused -> again(wish, refused));
    }

    private Uni<Submission> asked(UriInfo address, Optional<AccountId> viewer) {
        var query = address.getQueryParameters();
        return Submission.owner(query)
                .map(owner -> buttons.offered(viewer, owner))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(offered -> Submission.of(query, offered));
    }

    private Uni<Response> again(Wish wish, Problem refused) {
        var form = wish.form().refused(wish.form().values().containsKey(AMOUNT) ? AMOUNT : "", refused.getMessage());
        return page(Optional.of(wish.supporter()), wish.asked(), wish.place(), form, wish.frame())
                .map(page -> Answers.refused(refused, page));
    }

    private Uni<TemplateInstance> page(
            Optional<AccountId> viewer, Submission asked, Place place, FilledForm form, PageFrame frame) {
        return asked.typed()
                .map(buttons::target)
                .orElseGet(() -> buttons.target(viewer, asked.url()))
                .chain(target -> buttons.of(viewer, target, target.isOfAPerson() ? place.of(target.url()) : place))
                .chain(button ->
                        buttons.count(button).map(count -> Templates.autoSubmit(frame, asked, button, count, form)));
    }
}

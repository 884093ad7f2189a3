package org.obolus.dashboards;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.flattrs.FlattrRefused;
import org.obolus.flattrs.Giver;
import org.obolus.flattrs.Subscription;
import org.obolus.flattrs.Subscriptions;
import org.obolus.flattrs.Term;
import org.obolus.things.ThingId;
import org.obolus.things.Things;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** What a person flattrs every month, with pause, resume and stop; and what has ended of late. */
@Path("/dashboard/subscriptions")
@Produces(MediaType.TEXT_HTML)
class MySubscriptionPages {

    private static final String HERE = "/dashboard/subscriptions";
    private static final String FORM_TOKEN = "form";
    private static final String A_PAGE = "50";
    private static final PageWish A_FEW = new PageWish(10, Optional.empty());

    private final Subscriptions subscriptions;
    private final Things things;
    private final Caller caller;
    private final Frames frames;

    MySubscriptionPages(Subscriptions subscriptions, Things things, Caller caller, Frames frames) {
        this.subscriptions = subscriptions;
        this.things = things;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "dashboards", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance subscriptions(
                PageFrame frame, Page<Monthly> page, Page<Monthly> ended, PageLinks links, String news);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> show(@QueryParam("cursor") String cursor, @QueryParam("news") String news) {
        var me = caller.account(Scope.FLATTR);
        var frame = frames.here();
        return withThings(subscriptions.of(me, PageWish.of(A_PAGE, cursor)))
                .chain(page -> withThings(subscriptions.ended(me, A_FEW))
                        .map(ended -> Templates.subscriptions(
                                frame, page, ended, PageLinks.of(HERE, cursor, page), News.of(news))));
    }

    @POST
    @Path("{thing}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> make(@PathParam("thing") long thing, MultivaluedMap<String, String> posted) {
        var me = me();
        if (!caller.isFormToken(posted.getFirst(FORM_TOKEN))) {
            return again();
        }
        var term = Term.of(FilledForm.of(posted).value("months"));
        return done(subscriptions.make(Giver.of(me), new ThingId(thing), term), News.SUBSCRIBED);
    }

    @POST
    @Path("{thing}/pause")
    @Operation(hidden = true)
    public Uni<Response> pause(@PathParam("thing") long thing) {
        return done(subscriptions.pause(me(), new ThingId(thing)), News.PAUSED);
    }

    @POST
    @Path("{thing}/resume")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> resume(@PathParam("thing") long thing, MultivaluedMap<String, String> posted) {
        var me = me();
        if (!caller.isFormToken(posted.getFirst(FORM_TOKEN))) {
            return again();
        }
        return done(subscriptions.resume(Giver.of(me), new ThingId(thing)), News.RESUMED);
    }

    @POST
    @Path("{thing}/stop")
    @Operation(hidden = true)
    public Uni<Response> stop(@PathParam("thing") long thing) {
        return done(subscriptions.stop(me(), new ThingId(thing)), News.ENDED);
    }

    /** A form of an earlier log-in, or of a page that is not ours: what makes flattrs is chosen again. */
    private static Uni<Response> again() {
        return Uni.createFrom().item(Answers.goOn(HERE + "?news=" + News.STALE));
    }

    private AccountId me() {
        return caller.account(Scope.FLATTR);
    }

    /** One that has ended meanwhile is found among those, and its buttons are gone. */
    private static Uni<Response> done(Uni<?> deed, String news) {
        return deed.map(changed -> Answers.goOn(HERE + "?news=" + news))
                .onFailure(FlattrRefused.NotSubscribed.class)
                .recoverWithItem(() -> Answers.goOn(HERE));
    }

    private Uni<Page<Monthly>> withThings(Uni<Page<Subscription>> read) {
        return read.chain(page -> things.all(
                        page.items().stream().map(Subscription::thing).toList())
                .map(found -> new Page<>(Monthly.of(page.items(), found), page.next())));
    }
}

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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.problems.Problem;
import org.obolus.things.Category;
import org.obolus.things.Language;
import org.obolus.things.Registered;
import org.obolus.things.Thing;
import org.obolus.things.ThingId;
import org.obolus.things.ThingRefused;
import org.obolus.things.ThingUrl;
import org.obolus.things.Things;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** A person's own things: the list, one more, their texts, and taking one away. */
@Path("/dashboard/things")
@Produces(MediaType.TEXT_HTML)
class MyThingPages {

    private static final String HERE = "/dashboard/things";
    private static final String A_PAGE = "50";
    private static final String URL = "url";

    private final ReadReceiving readReceiving;
    private final Things things;
    private final Caller caller;
    private final Frames frames;
    private final String server;

    MyThingPages(
            ReadReceiving readReceiving,
            Things things,
            Caller caller,
            Frames frames,
            @ConfigProperty(name = "obolus.url") String server) {
        this.readReceiving = readReceiving;
        this.things = things;
        this.caller = caller;
        this.frames = frames;
        this.server = server;
    }

    @CheckedTemplate(basePath = "dashboards", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance things(
                PageFrame frame, Page<OwnThing> page, PageLinks links, FilledForm form, String news, String server);

        static native TemplateInstance editThing(
                PageFrame frame,
                Thing thing,
                List<Category> categories,
                List<Language> languages,
                FilledForm form,
                String news);

        static native TemplateInstance notYours(PageFrame frame, Registered registered);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(@QueryParam("cursor") String cursor, @QueryParam("news") String news) {
        var me = caller.account(Scope.THING);
        return list(me, frames.here(), cursor, FilledForm.empty(), News.of(news));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> register(MultivaluedMap<String, String> posted) {
        var me = caller.account(Scope.THING);
        var frame = frames.here();
        var form = FilledForm.of(posted);
        return Uni.createFrom()
                .deferred(() -> things.register(me, ThingUrl.of(form.value(URL)), ThingForm.UNCHANGED))
                .map(registered -> registered(frame, registered))
                .onFailure(Problem.class)
                .recoverWithUni(refused -> list(me, frame, null, form.refused(URL, refused.getMessage()), null)
                        .map(page -> Answers.refused(refused, page)));
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> edit(@PathParam("id") long id, @QueryParam("news") String news) {
        var frame = frames.here();
        return mine(caller.account(Scope.THING), new ThingId(id))
                .map(thing -> editThing(frame, thing, ThingForm.of(thing), News.of(news)));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> change(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
        var me = caller.account(Scope.THING);
        var frame = frames.here();
        var form = FilledForm.of(posted);
        return mine(me, new ThingId(id)).chain(thing -> change(me, frame, thing, form));
    }

    @POST
    @Path("{id}/delete")
    @Operation(hidden = true)
    public Uni<Response> delete(@PathParam("id") long id) {
        return things.delete(caller.account(Scope.THING), new ThingId(id))
                .replaceWith(Answers.goOn(HERE + "?news=" + News.DELETED));
    }

    private Uni<Response> change(AccountId me, PageFrame frame, Thing thing, FilledForm form) {
        return Uni.createFrom()
                .deferred(() -> things.change(me, thing.id(), ThingForm.changes(thing, form)))
                .replaceWith(Answers.goOn(HERE + "/" + thing.id() + "?news=" + News.SAVED))
                .onFailure(Problem.class)
                .recoverWithItem(
                        refused -> Answers.refused(refused, editThing(frame, thing, form.refused(refused), null)));
    }

    private static TemplateInstance editThing(PageFrame frame, Thing thing, FilledForm form, String news) {
        return Templates.editThing(frame, thing, List.of(Category.values()), Language.all(), form, news);
    }

    private Uni<TemplateInstance> list(AccountId me, PageFrame frame, String cursor, FilledForm form, String news) {
        return readReceiving
                .things(me, PageWish.of(A_PAGE, cursor))
                .map(page -> Templates.things(frame, page, PageLinks.of(HERE, cursor, page), form, news, server));
    }

    /** Whoever registers what is not theirs is told how it could become so. */
    private static Response registered(PageFrame frame, Registered registered) {
        return registered.owned()
                ? Answers.goOn(HERE + "/" + registered.thing().id())
                : Response.ok(Templates.notYours(frame, registered)).build();
    }

    private Uni<Thing> mine(AccountId me, ThingId id) {
        return things.find(id).map(found -> mine(found, me, id));
    }

    private static Thing mine(Optional<Thing> found, AccountId me, ThingId id) {
        return found.filter(thing -> thing.mayBeChangedBy(me) && !thing.isDeleted())
                .orElseThrow(() -> new ThingRefused.NotKnown(id));
    }
}

package org.obolus.apps;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.database.PageWish;
import org.obolus.problems.Problem;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** A person's web hooks: where they go, what was sent there, and sending it again. */
@Path("/dashboard/hooks")
@Produces(MediaType.TEXT_HTML)
class HookPages {

    private static final String HERE = "/dashboard/hooks/";
    private static final int MOST_LISTED = 50;
    private static final Map<String, String> NEWS = Map.of(
            "sent", "It is on its way. Reload this page to see what came of it.",
            "changed", "It is saved.",
            "deleted", "It is deleted. Nothing is sent there any more.");

    private final Hooks hooks;
    private final Caller caller;
    private final Frames frames;

    HookPages(Hooks hooks, Caller caller, Frames frames) {
        this.hooks = hooks;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "apps", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance hooks(
                PageFrame frame, List<HookEndpoint> hooks, List<HookEvent> events, FilledForm form, String news);

        static native TemplateInstance hook(
                PageFrame frame, HookEndpoint hook, List<HookDelivery> deliveries, String news);

        static native TemplateInstance hookSecret(PageFrame frame, HookEndpoint hook, String secret);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(@QueryParam("news") String news) {
        return page(me(), frames.here(), FilledForm.empty(), told(news));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> make(MultivaluedMap<String, String> posted) {
        var owner = me();
        var frame = frames.here();
        var form = FilledForm.of(posted);
        return Uni.createFrom()
                .deferred(() -> hooks.make(owner, wanted(posted)))
                .map(made -> Answers.secret(Templates.hookSecret(frame, made.endpoint(), made.secret())))
                .onFailure(Problem.class)
                .recoverWithUni(refused ->
                        page(owner, frame, form.refused(refused), null).map(page -> Answers.refused(refused, page)));
    }

    private NewHook wanted(MultivaluedMap<String, String> posted) {
        var names = posted.getOrDefault("events", List.of());
        return NewHook.of(hooks.address(posted.getFirst("url")), HookEvent.setOf(Set.copyOf(names)));
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> read(@PathParam("id") long id, @QueryParam("news") String news) {
        var owner = me();
        var frame = frames.here();
        var wish = new PageWish(MOST_LISTED, Optional.empty());
        return hooks.find(owner, id)
                .chain(hook -> hooks.deliveries(owner, id, wish)
                        .map(page -> Templates.hook(frame, hook, page.items(), told(news))));
    }

    @POST
    @Path("{id}/secret")
    @Operation(hidden = true)
    public Uni<Response> rotate(@PathParam("id") long id) {
        var frame = frames.here();
        return hooks.rotate(me(), id)
                .map(made -> Answers.secret(Templates.hookSecret(frame, made.endpoint(), made.secret())));
    }

    @POST
    @Path("{id}/test")
    @Operation(hidden = true)
    public Uni<Response> test(@PathParam("id") long id) {
        return hooks.test(me(), id).replaceWith(Answers.goOn(HERE + id + "?news=sent"));
    }

    @POST
    @Path("{id}/deliveries/{number}/replay")
    @Operation(hidden = true)
    public Uni<Response> replay(@PathParam("id") long id, @PathParam("number") long number) {
        return hooks.replay(me(), id, number).replaceWith(Answers.goOn(HERE + id + "?news=sent"));
    }

    @POST
    @Path("{id}/on")
    @Operation(hidden = true)
    public Uni<Response> switchOn(@PathParam("id") long id) {
        return turn(id, true);
    }

    @POST
    @Path("{id}/off")
    @Operation(hidden = true)
    public Uni<Response> switchOff(@PathParam("id") long id) {
        return turn(id, false);
    }

    @POST
    @Path("{id}/delete")
    @Operation(hidden = true)
    public Uni<Response> delete(@PathParam("id") long id) {
        return hooks.delete(me(), id).replaceWith(Answers.goOn("/dashboard/hooks?news=deleted"));
    }

    private Uni<Response> turn(long id, boolean enabled) {
        return hooks.change(me(), id, Optional.empty(), Optional.empty(), Optional.of(enabled))
                .replaceWith(Answers.goOn(HERE + id + "?news=changed"));
    }

    private Uni<TemplateInstance> page(AccountId owner, PageFrame frame, FilledForm form, String news) {
        return hooks.of(owner)
                .map(all -> all.stream().filter(hook -> hook.app().isEmpty()).toList())
                .map(own -> Templates.hooks(frame, own, HookEvent.all(), form, news));
    }

    private AccountId me() {
        return caller.person().account();
    }

    private static String told(String news) {
        return news == null ? null : NEWS.get(news);
    }
}

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.problems.Problem;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** Where an app is told of the people who let it; each has its log among its owner's other web hooks. */
@Path("/apps/{id}/hooks")
@Produces(MediaType.TEXT_HTML)
class AppHookPages {

    private final Apps apps;
    private final Hooks hooks;
    private final Caller caller;
    private final Frames frames;

    AppHookPages(Apps apps, Hooks hooks, Caller caller, Frames frames) {
        this.apps = apps;
        this.hooks = hooks;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "apps", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance appHooks(
                PageFrame frame, App app, List<HookEndpoint> hooks, List<HookEvent> events, FilledForm form);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(@PathParam("id") UUID id) {
        var owner = me();
        var frame = frames.here();
        return apps.mine(owner, id).chain(app -> page(owner, frame, app, FilledForm.empty()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> make(@PathParam("id") UUID id, MultivaluedMap<String, String> posted) {
        var owner = me();
        var frame = frames.here();
        var form = FilledForm.of(posted);
        return apps.mine(owner, id)
                .chain(app -> Uni.createFrom()
                        .deferred(() -> hooks.make(owner, wanted(id, posted)))
                        .map(made ->
                                Answers.secret(HookPages.Templates.hookSecret(frame, made.endpoint(), made.secret())))
                        .onFailure(Problem.class)
                        .recoverWithUni(refused -> page(owner, frame, app, form.refused(refused))
                                .map(page -> Answers.refused(refused, page))));
    }

    private NewHook wanted(UUID app, MultivaluedMap<String, String> posted) {
        var names = posted.getOrDefault("events", List.of());
        return NewHook.of(app, hooks.address(posted.getFirst("url")), HookEvent.setOf(Set.copyOf(names)));
    }

    private Uni<TemplateInstance> page(AccountId owner, PageFrame frame, App app, FilledForm form) {
        return hooks.of(owner)
                .map(all -> all.stream().filter(hook -> hook.isOf(app.id())).toList())
                .map(own -> Templates.appHooks(frame, app, own, HookEvent.all(), form));
    }

    private AccountId me() {
        return caller.person().account();
    }
}

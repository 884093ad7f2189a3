package org.obolus.apps;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.problems.Problem;
import org.obolus.problems.Unacceptable;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** Where developers look after their apps. */
@Path(AppPages.HERE)
@Produces(MediaType.TEXT_HTML)
class AppPages {

    static final String HERE = "/apps";

    private static final String ON = "on";
    private static final String LEGACY = "legacy";
    private static final String NAME = "name";
    private static final long LARGEST_PICTURE = 1_000_000;
    private static final Map<String, String> NEWS = Map.of(
            "saved", "It is saved.",
            "registered", "It is registered. Its id is all that the program needs.",
            "picture", "Here is its picture.",
            "deleted", "It is deleted, and what people had allowed it has ended.");

    private final Apps apps;
    private final Caller caller;
    private final Frames frames;
    private final Vertx vertx;

    AppPages(Apps apps, Caller caller, Frames frames, Vertx vertx) {
        this.apps = apps;
        this.caller = caller;
        this.frames = frames;
        this.vertx = vertx;
    }

    @CheckedTemplate(basePath = "apps", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance mine(PageFrame frame, List<App> apps, String news);

        static native TemplateInstance register(PageFrame frame, FilledForm form);

        static native TemplateInstance edit(PageFrame frame, App app, FilledForm form, FilledForm picture, String news);

        static native TemplateInstance secret(PageFrame frame, App app, String secret);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(@QueryParam("news") String news) {
        var frame = frames.here();
        return apps.of(me()).map(found -> Templates.mine(frame, found, sentence(news)));
    }

    @GET
    @Path("new")
    @Operation(hidden = true)
    public TemplateInstance register() {
        me();
        return Templates.register(frames.here(), FilledForm.empty().with("kind", "confidential"));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> register(MultivaluedMap<String, String> posted) {
        var me = me();
        var frame = frames.here();
        var form = FilledForm.of(posted);
        return Uni.createFrom()
                .deferred(() -> apps.register(me, wish(form, form.value("kind").equals("confidential"))))
                .map(made -> made(frame, made))
                .onFailure(Problem.class)
                .recoverWithItem(refused -> Answers.refused(refused, Templates.register(frame, form.refused(refused))));
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> edit(@PathParam("id") UUID id, @QueryParam("news") String news) {
        var frame = frames.here();
        return apps.mine(me(), id)
                .map(app -> Templates.edit(frame, app, filled(app), FilledForm.empty(), sentence(news)));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> change(@PathParam("id") UUID id, MultivaluedMap<String, String> posted) {
        var me = me();
        var frame = frames.here();
        var form = FilledForm.of(posted);
        return apps.mine(me, id)
                .chain(app -> Uni.createFrom()
                        .deferred(() -> apps.change(me, id, wish(form, app.isConfidential())))
                        .replaceWith(Answers.goOn(HERE + "/" + id + "?news=saved"))
                        .onFailure(Problem.class)
                        .recoverWithItem(refused -> Answers.refused(
                                refused, Templates.edit(frame, app, form.refused(refused), FilledForm.empty(), null))));
    }

    @POST
    @Path("{id}/secret")
    @Operation(hidden = true)
    public Uni<Response> renewSecret(@PathParam("id") UUID id) {
        var frame = frames.here();
        return apps.renewSecret(me(), id).map(made -> made(frame, made));
    }

    @POST
    @Path("{id}/picture")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Uni<Response> setPicture(@PathParam("id") UUID id, @RestForm(AppPictures.FIELD) FileUpload upload) {
        var me = me();
        var frame = frames.here();
        return apps.mine(me, id)
                .chain(app -> Uni.createFrom()
                        .deferred(() -> uploaded(upload))
                        .chain(picture -> apps.setPicture(me, id, picture))
                        .replaceWith(Answers.goOn(HERE + "/" + id + "?news=picture"))
                        .onFailure(Problem.class)
                        .recoverWithItem(refused -> Answers.refused(
                                refused,
                                Templates.edit(
                                        frame,
                                        app,
                                        filled(app),
                                        FilledForm.empty().refused(refused),
                                        null))));
    }

    @POST
    @Path("{id}/delete")
    @Operation(hidden = true)
    public Uni<Response> delete(@PathParam("id") UUID id) {
        return apps.delete(me(), id).replaceWith(Answers.goOn(HERE + "?news=deleted"));
    }

    /** No token may: an app must not make other apps. */
    private AccountId me() {
        return caller.person().account();
    }

    private Uni<byte[]> uploaded(FileUpload upload) {
        if (upload == null || upload.size() == 0 || upload.size() > LARGEST_PICTURE) {
            throw new Unacceptable.Invalid(AppPictures.FIELD, "Choose a picture, a file of up to one megabyte.");
        }
        return Uni.createFrom()
                .completionStage(() -> vertx.fileSystem()
                        .readFile(upload.uploadedFile().toString())
                        .toCompletionStage())
                .map(file -> file.getBytes());
    }

    /** A secret is shown at once; what has none is shown as it is from now on. */
    private static Response made(PageFrame frame, Apps.Made made) {
        return made.secret()
                .map(secret -> Answers.secret(Templates.secret(frame, made.app(), secret.written())))
                .orElseGet(() -> Answers.goOn(HERE + "/" + made.app().id() + "?news=registered"));
    }

    private static AppWish wish(FilledForm form, boolean isConfidential) {
        var redirects = Arrays.stream(form.value(RedirectUri.FIELD).split("\\s+"))
                .filter(line -> !line.isEmpty())
                .toList();
        return AppWish.of(
                form.value(NAME), redirects, isConfidential, form.value(LEGACY).equals(ON));
    }

    private static FilledForm filled(App app) {
        return FilledForm.empty()
                .with(NAME, app.name())
                .with(RedirectUri.FIELD, app.redirectLines())
                .with(LEGACY, app.isLegacy() ? ON : "");
    }

    private static String sentence(String news) {
        return news == null ? null : NEWS.get(news);
    }
}

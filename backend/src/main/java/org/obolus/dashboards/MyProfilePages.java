package org.obolus.dashboards;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Scope;
import org.obolus.problems.Problem;
import org.obolus.social.Catalogue;
import org.obolus.social.Profile;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** What a person says about themselves, and what of it and of their flattrs others see. */
@Path("/dashboard/profile")
@Produces(MediaType.TEXT_HTML)
class MyProfilePages {

    private static final String HERE = "/dashboard/profile";

    private final Catalogue catalogue;
    private final Caller caller;
    private final Frames frames;
    private final Vertx vertx;

    MyProfilePages(Catalogue catalogue, Caller caller, Frames frames, Vertx vertx) {
        this.vertx = vertx;
        this.catalogue = catalogue;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "dashboards", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance profile(PageFrame frame, Profile profile, FilledForm form, String news);
    }

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> show(@QueryParam("news") String news) {
        var frame = frames.here();
        return catalogue
                .ownProfile(me())
                .map(profile -> Templates.profile(frame, profile, ProfileForm.of(profile), News.of(news)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> change(MultivaluedMap<String, String> posted) {
        var me = me();
        var form = FilledForm.of(posted);
        return done(
                Uni.createFrom().deferred(() -> catalogue.change(me, ProfileForm.changes(form))), News.SAVED, me, form);
    }

    @POST
    @Path("picture")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Uni<Response> changePicture(@RestForm("picture") FileUpload picture) {
        var me = me();
        return done(read(picture).chain(file -> catalogue.changePicture(me, file)), News.SAVED, me, null);
    }

    @POST
    @Path("picture/remove")
    @Operation(hidden = true)
    public Uni<Response> removePicture() {
        return catalogue.removePicture(me()).replaceWith(Answers.goOn(HERE + "?news=" + News.SAVED));
    }

    /** Nothing where no file was chosen. */
    private Uni<byte[]> read(FileUpload file) {
        return file == null
                ? Uni.createFrom().item(new byte[0])
                : Uni.createFrom()
                        .completionStage(() -> vertx.fileSystem()
                                .readFile(file.uploadedFile().toString())
                                .toCompletionStage())
                        .map(Buffer::getBytes);
    }

    private AccountId me() {
        return caller.account(Scope.PROFILE);
    }

    /** @param form what was written, or null where that was no text */
    private Uni<Response> done(Uni<?> deed, String news, AccountId me, FilledForm form) {
        var frame = frames.here();
        return deed.map(changed -> Answers.goOn(HERE + "?news=" + news))
                .onFailure(Problem.class)
                .recoverWithUni(refused -> catalogue.ownProfile(me).map(profile -> {
                    var again = (form == null ? ProfileForm.of(profile) : form).refused(refused);
                    return Answers.refused(refused, Templates.profile(frame, profile, again, null));
                }));
    }
}

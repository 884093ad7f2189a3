package org.obolus.accounts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
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
import java.util.function.BiFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.problems.Problem;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.Neighbourhood;
import org.obolus.web.Neighbourhoods;
import org.obolus.web.NextPage;
import org.obolus.web.PageFrame;

/** The pages that mails lead to, and those that ask for a mail. Looking at a link does not spend it; its button does. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class MailedPages {

    private final Accounts accounts;
    private final Frames frames;
    private final RoutingContext request;
    private final Neighbourhoods neighbourhoods;
    private final boolean mailsShown;

    MailedPages(
            Accounts accounts,
            Frames frames,
            RoutingContext request,
            Neighbourhoods neighbourhoods,
            @ConfigProperty(name = "obolus.mails.shown") boolean mailsShown) {
        this.accounts = accounts;
        this.frames = frames;
        this.request = request;
        this.neighbourhoods = neighbourhoods;
        this.mailsShown = mailsShown;
    }

    @CheckedTemplate(basePath = "accounts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance mailSent(PageFrame frame, boolean mailsShown, NextPage next);

        static native TemplateInstance confirmAgain(PageFrame frame, FilledForm form, NextPage next);

        static native TemplateInstance forgot(PageFrame frame, FilledForm form);

        static native TemplateInstance confirm(PageFrame frame, MailedLinks.Link link);

        static native TemplateInstance reset(PageFrame frame, MailedLinks.Link link, FilledForm form);
    }

    @GET
    @Path("mail-sent")
    public TemplateInstance mailSent(@QueryParam("next") String next) {
        return Templates.mailSent(frames.here(), mailsShown, NextPage.of(next));
    }

    @GET
    @Path("confirm")
    public TemplateInstance confirmAgain(@QueryParam("next") String next) {
        return Templates.confirmAgain(frames.here(), FilledForm.empty(), NextPage.of(next));
    }

    @POST
    @Path("confirm")
    public Uni<Response> confirmAgain(@QueryParam("next") String next, MultivaluedMap<String, String> posted) {
        var to = NextPage.of(next);
        return askForMail(
                posted,
                to,
                (email, here) -> accounts.confirmAgain(email, here, to),
                (frame, form) -> Templates.confirmAgain(frame, form, to));
    }

    @GET
    @Path("forgot")
    public TemplateInstance forgot() {
        return Templates.forgot(frames.here(), FilledForm.empty());
    }

    @POST
    @Path("forgot")
    public Uni<Response> forgot(MultivaluedMap<String, String> posted) {
        return askForMail(posted, NextPage.of(null), accounts::forgot, Templates::forgot);
    }

    @GET
    @Path("confirm/{secret}")
    public Uni<Response> confirm(@PathParam("secret") String secret) {
        return accounts.peek(secret, MailedLinks.Purpose.CONFIRM)
                .map(link -> Answers.secret(Templates.confirm(frames.here(), link)));
    }

    @POST
    @Path("confirm/{secret}")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> confirmed(@PathParam("secret") String secret, @QueryParam("next") String next) {
        var more = NextPage.of(next).query(false).replace('?', '&');
        return accounts.confirm(secret).map(account -> Answers.goOn("/log-in?news=confirmed" + more));
    }

    @GET
    @Path("reset/{secret}")
    public Uni<Response> reset(@PathParam("secret") String secret) {
        return accounts.peek(secret, MailedLinks.Purpose.RESET)
                .map(link -> Answers.secret(Templates.reset(frames.here(), link, FilledForm.empty())));
    }

    @POST
    @Path("reset/{secret}")
    public Uni<Response> reset(@PathParam("secret") String secret, MultivaluedMap<String, String> posted) {
        return Uni.createFrom()
                .deferred(() -> accounts.reset(secret, posted.getFirst("new_password")))
                .map(done -> Answers.goOn("/log-in?news=changed"))
                .onFailure(Problem.class)
                .recoverWithUni(problem -> resetRefused(problem, secret));
    }

    private Uni<Response> askForMail(
            MultivaluedMap<String, String> posted,
            NextPage next,
            BiFunction<EmailAddress, Neighbourhood, Uni<Void>> ask,
            BiFunction<PageFrame, FilledForm, TemplateInstance> page) {
        var form = FilledForm.of(posted);
        var sent = "/mail-sent" + next.query(frames.here().popout());
        return Uni.createFrom()
                .deferred(() -> ask.apply(EmailAddress.of(form.value("email")), neighbourhoods.of(request)))
                .map(done -> Answers.goOn(sent))
                .onFailure(Problem.class)
                .recoverWithItem(problem -> Answers.refused(problem, page.apply(frames.here(), form.refused(problem))));
    }

    /** A link that is spent meanwhile has nothing to show the form for, and says so itself. */
    private Uni<Response> resetRefused(Problem problem, String secret) {
        return accounts.peek(secret, MailedLinks.Purpose.RESET)
                .map(link -> Answers.refused(
                        problem,
                        Templates.reset(frames.here(), link, FilledForm.empty().refused(problem))));
    }
}

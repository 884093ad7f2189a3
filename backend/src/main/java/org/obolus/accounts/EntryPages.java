package org.obolus.accounts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.Neighbourhoods;
import org.obolus.web.NextPage;
import org.obolus.web.PageFrame;

/** The pages by which people come in and leave. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class EntryPages {

    private static final String PASSWORD = "password";

    private final Accounts accounts;
    private final Sessions sessions;
    private final Caller caller;
    private final Frames frames;
    private final RoutingContext request;
    private final Neighbourhoods neighbourhoods;

    EntryPages(
            Accounts accounts,
            Sessions sessions,
            Caller caller,
            Frames frames,
            RoutingContext request,
            Neighbourhoods neighbourhoods) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.caller = caller;
        this.frames = frames;
        this.request = request;
        this.neighbourhoods = neighbourhoods;
    }

    @CheckedTemplate(basePath = "accounts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance signUp(PageFrame frame, FilledForm form, NextPage next);

        static native TemplateInstance logIn(
                PageFrame frame, FilledForm form, NextPage next, String news, boolean unconfirmed);
    }

    @GET
    @Path("sign-up")
    public TemplateInstance signUp(@QueryParam("next") String next) {
        return Templates.signUp(frames.here(), FilledForm.empty(), NextPage.of(next));
    }

    @POST
    @Path("sign-up")
    public Uni<Response> signUp(@QueryParam("next") String next, MultivaluedMap<String, String> posted) {
        var form = FilledForm.of(posted);
        var to = NextPage.of(next);
        var sent = "/mail-sent" + to.query(frames.here().popout());
        var password = posted.getFirst(PASSWORD);
        return Uni.createFrom()
                .deferred(() -> accounts.signUp(
                        NewAccount.of(form.value("username"), form.value("email"), password),
                        neighbourhoods.of(request),
                        to))
                .map(done -> Answers.goOn(sent))
                .onFailure(Problem.class)
                .recoverWithItem(problem -> signUpRefused(problem, form, password, to));
    }

    @GET
    @Path("log-in")
    public Response logIn(@QueryParam("next") String next, @QueryParam("news") String news) {
        return caller.grant().isPresent()
                ? Answers.goOn(NextPage.of(next).path())
                : Response.ok(Templates.logIn(frames.here(), FilledForm.empty(), NextPage.of(next), news, false))
                        .build();
    }

    @POST
    @Path("log-in")
    public Uni<Response> logIn(@QueryParam("next") String next, MultivaluedMap<String, String> posted) {
        var form = FilledForm.of(posted);
        var to = NextPage.of(next);
        return Uni.createFrom()
                .deferred(() -> sessions.begin(form.value("name"), Password.typed(posted.getFirst(PASSWORD))))
                .map(begun -> Answers.goOn(to.path(), begun.cookie()))
                .onFailure(Problem.class)
                .recoverWithItem(problem -> logInRefused(problem, form, to));
    }

    @POST
    @Path("log-out")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> logOut() {
        return sessions.end().map(cookies -> Answers.goOn("/", cookies));
    }

    /** Everything that is wrong at once, not one thing after another. */
    private Response signUpRefused(Problem problem, FilledForm form, String password, NextPage next) {
        var username = form.value("username");
        var all = form.checked(() -> Username.of(username))
                .checked(() -> EmailAddress.of(form.value("email")))
                .checked(() -> Password.chosen(PASSWORD, password, username));
        var shown = all.hasErrors() ? all : form.refused(problem);
        return Answers.refused(problem, Templates.signUp(frames.here(), shown, next));
    }

    private Response logInRefused(Problem problem, FilledForm form, NextPage to) {
        var unconfirmed = problem.type() == ProblemType.UNCONFIRMED;
        return Answers.refused(problem, Templates.logIn(frames.here(), form.refused(problem), to, null, unconfirmed));
    }
}

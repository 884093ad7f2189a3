package org.obolus.accounts;

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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.obolus.problems.Problem;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** The page of one's own account: password, tokens, and where one is logged in. */
@Path("/account")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class AccountPages {

    private static final String SCOPES = "scopes";

    private final Accounts accounts;
    private final Caller caller;
    private final Frames frames;

    AccountPages(Accounts accounts, Caller caller, Frames frames) {
        this.accounts = accounts;
        this.caller = caller;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "accounts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance account(
                PageFrame frame, OwnAccount own, FilledForm password, FilledForm token, String news);

        static native TemplateInstance tokenMade(PageFrame frame, Grants.Issued made);
    }

    /** A scope to be ticked. */
    record Choice(Scope scope, boolean chosen) {}

    /** A token as the list shows it. */
    record Held(Grants.Active token, String scopes) {}

    /** Whose page it is. */
    record Owner(String username, String email, Instant createdAt, boolean operator) {

        static Owner of(Account account) {
            return new Owner(account.username(), account.email(), account.createdAt(), account.isOperator());
        }
    }

    /** Everything that the page shows. */
    record OwnAccount(Owner owner, List<Held> tokens, List<Grants.Active> logIns, UUID current, List<Choice> choices) {}

    @GET
    public Uni<TemplateInstance> show(@QueryParam("news") String news) {
        return own(Set.of())
                .map(own -> Templates.account(frames.here(), own, FilledForm.empty(), FilledForm.empty(), news));
    }

    @POST
    @Path("password")
    public Uni<Response> changePassword(MultivaluedMap<String, String> posted) {
        var old = Password.typed(posted.getFirst("old_password"));
        return Uni.createFrom()
                .deferred(() -> accounts.changePassword(caller.person(), old, posted.getFirst("new_password")))
                .map(done -> Answers.goOn("/account?news=changed"))
                .onFailure(Problem.class)
                .recoverWithUni(
                        problem -> refused(problem, FilledForm.empty().refused(problem), FilledForm.empty(), Set.of()));
    }

    @POST
    @Path("tokens")
    public Uni<Response> makeToken(MultivaluedMap<String, String> posted) {
        var form = FilledForm.of(posted);
        var written = Set.copyOf(posted.getOrDefault(SCOPES, List.of()));
        return Uni.createFrom()
                .deferred(() -> accounts.makeToken(caller.person(), form.value("name"), scopes(written)))
                .map(made -> Answers.secret(Templates.tokenMade(frames.here(), made)))
                .onFailure(Problem.class)
                .recoverWithUni(problem -> refused(problem, FilledForm.empty(), form.refused(problem), written));
    }

    @POST
    @Path("grants/{id}/end")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> end(@PathParam("id") UUID id) {
        return accounts.end(caller.person().account(), id).map(done -> Answers.goOn("/account?news=ended"));
    }

    private Uni<Response> refused(Problem problem, FilledForm password, FilledForm token, Set<String> chosen) {
        return own(chosen)
                .map(own -> Answers.refused(problem, Templates.account(frames.here(), own, password, token, null)));
    }

    private Uni<OwnAccount> own(Set<String> chosen) {
        var grant = caller.person();
        var choices = List.of(Scope.values()).stream()
                .map(scope -> new Choice(scope, chosen.contains(scope.toString())))
                .toList();
        return accounts.me(grant.account())
                .chain(account -> accounts.active(account.id(), Grant.Kind.PERSONAL)
                        .chain(tokens -> accounts.active(account.id(), Grant.Kind.BROWSER)
                                .map(logIns ->
                                        new OwnAccount(Owner.of(account), held(tokens), logIns, grant.id(), choices))));
    }

    private static List<Held> held(List<Grants.Active> tokens) {
        return tokens.stream()
                .map(token -> new Held(token, String.join(", ", Scope.sorted(token.scopes()))))
                .toList();
    }

    private static Set<Scope> scopes(Set<String> written) {
        return written.stream().map(Scope::of).collect(Collectors.toSet());
    }
}

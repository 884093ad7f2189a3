package org.obolus.apps;

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
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.obolus.accounts.Caller;
import org.obolus.accounts.Grant;
import org.obolus.problems.Problem;
import org.obolus.web.Answers;
import org.obolus.web.FilledForm;
import org.obolus.web.Frames;
import org.obolus.web.NextPage;
import org.obolus.web.PageFrame;

/**
 * Where an app sends people to be asked, each time anew.
 *
 * <p>Nobody leaves this server before the app and its address are known. Whoever allows or refuses is sent back at once; of a
 * request that is wrong only those are who know the app, and everybody else is shown where a link leads.
 */
@Path(ConsentPages.HERE)
@Produces(MediaType.TEXT_HTML)
class ConsentPages {

    static final String HERE = "/oauth/authorize";

    private static final String ALLOW = "allow";
    private static final String DENY = "deny";

    private final Clients clients;
    private final Apps apps;
    private final Caller caller;
    private final Frames frames;
    private final WayBack wayBack;

    ConsentPages(Clients clients, Apps apps, Caller caller, Frames frames, WayBack wayBack) {
        this.clients = clients;
        this.apps = apps;
        this.caller = caller;
        this.frames = frames;
        this.wayBack = wayBack;
    }

    @CheckedTemplate(basePath = "apps", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance consent(PageFrame frame, Consent consent, FilledForm form);

        static native TemplateInstance wrongRequest(
                PageFrame frame, App app, String developer, String sentence, String place, String address);
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> ask(@Context UriInfo address) {
        var fields = new Fields(address.getQueryParameters());
        return recipient(fields).chain(recipient -> answered(recipient, () -> ask(recipient, fields)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> decide(MultivaluedMap<String, String> posted) {
        var fields = new Fields(posted);
        return recipient(fields).chain(recipient -> answered(recipient, () -> decide(recipient, fields, posted)));
    }

    private Uni<Recipient> recipient(Fields fields) {
        var id = Recipient.one(fields, "client_id");
        return clients.named(id.orElse(""))
                .map(found -> found.orElseThrow(() ->
                        new AppRefused.NobodyToAnswer("The app that sent you is not known here, or not any more.")))
                .map(app -> Recipient.of(app, fields));
    }

    private Uni<Response> ask(Recipient recipient, Fields fields) {
        var request = AuthorizationRequest.of(recipient, fields);
        return caller.grant()
                .map(grant -> apps.limit(grant.account(), recipient.app().id())
                        .map(limit -> FilledForm.empty().with(MonthlyLimit.FIELD, limit.toString()))
                        .chain(form -> page(request, fields, form))
                        .map(page -> WayBack.kept(Response.ok(page), recipient)))
                .orElseGet(() -> Uni.createFrom().item(logIn(fields)));
    }

    private Uni<Response> decide(Recipient recipient, Fields fields, MultivaluedMap<String, String> posted) {
        var request = AuthorizationRequest.of(recipient, fields);
        var person = caller.grant();
        if (person.isEmpty()) {
            return Uni.createFrom().item(logIn(fields));
        }
        var form = FilledForm.of(posted);
        return Uni.createFrom()
                .deferred(() -> decide(request, person.get(), form))
                .onFailure(problem -> problem instanceof Problem && !(problem instanceof OAuthRefused))
                .recoverWithUni(refused -> again(request, fields, form, (Problem) refused));
    }

    private Uni<Response> decide(AuthorizationRequest request, Grant person, FilledForm form) {
        if (!caller.isFormToken(form.value("form"))) {
            throw new AppRefused.StaleForm();
        }
        return switch (form.value("decision")) {
            case ALLOW ->
                apps.allow(request, person, MonthlyLimit.of(form.value(MonthlyLimit.FIELD)))
                        .map(code -> wayBack.with(request.recipient(), Map.of("code", code.written())));
            case DENY ->
                Uni.createFrom()
                        .item(wayBack.with(request.recipient(), Recipient.told(new OAuthRefused.AccessDenied())));
            default -> throw new AppRefused.StaleForm();
        };
    }

    private Uni<Response> again(AuthorizationRequest request, Fields fields, FilledForm form, Problem refused) {
        return page(request, fields, form.refused(refused))
                .map(page ->
                        WayBack.kept(Response.status(refused.type().status()).entity(page), request.recipient()));
    }

    private Uni<TemplateInstance> page(AuthorizationRequest request, Fields fields, FilledForm form) {
        var frame = frames.here();
        return apps.developer(request.recipient().app())
                .map(developer -> Templates.consent(frame, Consent.of(request, developer, fields), form));
    }

    private Uni<Response> answered(Recipient recipient, Supplier<Uni<Response>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure(OAuthRefused.class)
                .recoverWithUni(refused -> wrong(recipient, refused));
    }

    /** Anybody can register an app that leads anywhere, and ask wrongly on purpose: strangers to it stay here. */
    private Uni<Response> wrong(Recipient recipient, OAuthRefused refused) {
        return caller.account()
                .map(person -> apps.isKnownTo(person, recipient.app()))
                .orElseGet(() -> Uni.createFrom().item(false))
                .chain(known -> known
                        ? Uni.createFrom().item(wayBack.with(recipient, Recipient.told(refused)))
                        : stayHere(recipient, refused));
    }

    private Uni<Response> stayHere(Recipient recipient, OAuthRefused refused) {
        var address = wayBack.address(recipient, Recipient.told(refused));
        var frame = frames.here();
        var app = recipient.app();
        return apps.developer(app)
                .map(developer -> Templates.wrongRequest(
                        frame, app, developer.orElse(null), refused.getMessage(), recipient.place(), address))
                .map(page ->
                        WayBack.kept(Response.status(refused.type().status()).entity(page), recipient));
    }

    private static Response logIn(Fields fields) {
        var next = NextPage.of(HERE + "?" + Fields.query(fields.ofAnAuthorization()));
        return Answers.goOn("/log-in" + next.query(false));
    }
}

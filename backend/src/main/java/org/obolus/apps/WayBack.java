package org.obolus.apps;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.web.Answers;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** How people come back to the app that sent them, and what the pages on the way allow their browsers. */
@ApplicationScoped
class WayBack {

    /**
     * Some browsers follow a form's answer only to where its page lets forms lead, through all that comes after it. No
     * site is named here: a page of ours leads to them. A program of a phone is opened by a form, and by little else.
     */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; form-action 'self'%s";

    private final Frames frames;
    private final String server;

    WayBack(Frames frames, @ConfigProperty(name = "obolus.url") String server) {
        this.frames = frames;
        this.server = server;
    }

    @CheckedTemplate(basePath = "apps", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance onward(PageFrame frame, String app, String place, String address);
    }

    String address(Recipient recipient, Map<String, String> answer) {
        return recipient.with(answer, server);
    }

    Response with(Recipient recipient, Map<String, String> answer) {
        return RedirectUri.isOfASite(recipient.address())
                ? page(recipient, answer)
                : untold(Answers.goOn(address(recipient, answer)));
    }

    /** A page that the browser leaves at once by itself: that is no answer to a form, so it may lead anywhere. */
    private Response page(Recipient recipient, Map<String, String> answer) {
        var address = address(recipient, answer);
        var page = Templates.onward(frames.here(), recipient.app().name(), recipient.place(), address);
        return untold(Response.ok(page).build());
    }

    /** Neither the code nor the state in the address is told to anybody else. */
    private static Response untold(Response answer) {
        return Response.fromResponse(answer)
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Our own form still says where it comes from, and the app learns nothing of this address. */
    static Response kept(Response.ResponseBuilder answer, Recipient recipient) {
        return answer.header("Content-Security-Policy", POLICY.formatted(RedirectUri.opened(recipient.address())))
                .header("Referrer-Policy", "same-origin")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}

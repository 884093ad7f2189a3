package org.obolus.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.obolus.problems.Problem;

/** The page frame of the current request, ready to be handed to a template. */
@ApplicationScoped
public class Frames {

    private static final String POPOUT = "popout";
    private static final String AUTO_SUBMIT = "/submit/auto";

    private final CurrentVertxRequest current;
    private final Instance<Visitor> visitor;

    Frames(CurrentVertxRequest current, Instance<Visitor> visitor) {
        this.current = current;
        this.visitor = visitor;
    }

    public PageFrame here() {
        var username = visitor.isResolvable() ? visitor.get().username().orElse(null) : null;
        return ofNobody().withUsername(username);
    }

    /** For the page of a refusal, which must not fail because asking who is there is what failed. */
    PageFrame inTrouble() {
        try {
            return here();
        } catch (Problem unknown) {
            return ofNobody();
        }
    }

    private PageFrame ofNobody() {
        var request = current.getCurrent();
        return new PageFrame(null, isPopout(request), request.normalizedPath());
    }

    /** A page of the small window says so in its query, and so does every link and form inside it. */
    static boolean isPopout(RoutingContext request) {
        return "1".equals(request.queryParams().get(POPOUT));
    }

    /** Whether the page may have been opened by a page of another site that waits for its answer. */
    static boolean mayHaveAnOpener(RoutingContext request) {
        return isPopout(request) || AUTO_SUBMIT.equals(request.normalizedPath());
    }
}

package org.obolus.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.obolus.problems.ProblemView;

/** Shows a refusal as a page to people, with the sentence, status and type that a program would get. */
class ProblemPages {

    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/rest/", "/counts", "/q/", "/button");
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");

    private final Frames frames;

    ProblemPages(Frames frames) {
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance problem(PageFrame frame, ProblemView problem, WayOn way);
    }

    @ServerResponseFilter
    public void show(ContainerRequestContext asked, ContainerResponseContext answer, RoutingContext request) {
        if (answer.getEntity() instanceof ProblemView problem && isForAPerson(asked, request.normalizedPath())) {
            var frame = frames.inTrouble();
            var page = Templates.problem(frame, problem, WayOn.after(problem, frame));
            answer.setEntity(page.render(), null, HTML);
        }
    }

    private static boolean isForAPerson(ContainerRequestContext asked, String path) {
        return FOR_PROGRAMS.stream().noneMatch(path::startsWith) && prefersAPage(asked.getAcceptableMediaTypes());
    }

    /** Browsers name text/html; programs name JSON or accept anything. */
    private static boolean prefersAPage(List<MediaType> accepted) {
        return Stream.ofNullable(accepted)
                .flatMap(List::stream)
                .filter(type -> !type.isWildcardType())
                .findFirst()
                .filter(MediaType.TEXT_HTML_TYPE::isCompatible)
                .isPresent();
    }
}

package org.obolus.social;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** The pages that explain Obolus to everybody. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class PublicPages {

    private final Frames frames;
    private final Terms terms;

    PublicPages(Frames frames, Terms terms) {
        this.frames = frames;
        this.terms = terms;
    }

    @CheckedTemplate(basePath = "social", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance front(PageFrame frame, ExampleMonth month);

        static native TemplateInstance howItWorks(PageFrame frame, Examples examples);

        static native TemplateInstance problems(PageFrame frame, List<ProblemPage> problems);

        static native TemplateInstance problem(PageFrame frame, ProblemPage problem);
    }

    @GET
    public TemplateInstance front() {
        return Templates.front(frames.here(), ExampleMonth.ofFiveEuros());
    }

    @GET
    @Path("how-it-works")
    public TemplateInstance howItWorks() {
        return Templates.howItWorks(frames.here(), new Examples(terms.feePercent()));
    }

    @GET
    @Path("problems")
    public TemplateInstance problems() {
        return Templates.problems(frames.here(), ProblemPage.all());
    }

    @GET
    @Path("problems/{code}")
    public TemplateInstance problem(@PathParam("code") String code) {
        return Templates.problem(frames.here(), ProblemPage.of(code));
    }
}

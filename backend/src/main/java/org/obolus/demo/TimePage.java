package org.obolus.demo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.obolus.calendar.Calendar;
import org.obolus.calendar.MonthState;
import org.obolus.problems.Unacceptable;
import org.obolus.settlement.Settlement;
import org.obolus.web.Answers;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** Lets time pass in the demo, and does at once what falls due. */
@Path("/dev/time")
@Produces(MediaType.TEXT_HTML)
class TimePage {

    private final DemoConfig config;
    private final Calendar calendar;
    private final Settlement settlement;
    private final Jumps jumps;
    private final Frames frames;

    TimePage(DemoConfig config, Calendar calendar, Settlement settlement, Jumps jumps, Frames frames) {
        this.config = config;
        this.calendar = calendar;
        this.settlement = settlement;
        this.jumps = jumps;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "demo")
    static class Templates {
        static native TemplateInstance time(PageFrame frame, Instant now, List<MonthState> months);
    }

    @GET
    public Uni<TemplateInstance> show() {
        requireDemo();
        var frame = frames.here();
        return calendar.now().chain(now -> settlement.months().map(months -> Templates.time(frame, now, months)));
    }

    @POST
    public Uni<Response> jump(@FormParam("to") String to) {
        requireDemo();
        var jump = Jumps.Jump.of(to);
        return calendar.now()
                .chain(now -> calendar.moveTo(jumps.from(now, jump)))
                .chain(settlement::advance)
                .replaceWith(Answers.goOn("/dev/time"));
    }

    private void requireDemo() {
        if (!config.on()) {
            throw new Unacceptable.Unknown("There is nothing at this address.");
        }
    }
}

package org.obolus.notifications;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.obolus.database.Mail;
import org.obolus.database.Outbox;
import org.obolus.problems.Unacceptable;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/** In development, the mails that were written last, so that nobody needs a mail server to try things. */
@Path("/dev/mails")
@Produces(MediaType.TEXT_HTML)
class ShownMails {

    private static final int MOST = 50;
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final Outbox outbox;
    private final Letters letters;
    private final MailsConfig config;
    private final Frames frames;

    ShownMails(Outbox outbox, Letters letters, MailsConfig config, Frames frames) {
        this.outbox = outbox;
        this.letters = letters;
        this.config = config;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "notifications", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance shownMails(PageFrame frame, List<Shown> mails);
    }

    /** A piece of a mail's text: words, or an address to click. */
    record Part(String text, boolean link) {

        static List<Part> of(String text) {
            var parts = new ArrayList<Part>();
            var link = LINK.matcher(text);
            var from = 0;
            while (link.find()) {
                parts.add(new Part(text.substring(from, link.start()), false));
                parts.add(new Part(link.group(), true));
                from = link.end();
            }
            parts.add(new Part(text.substring(from), false));
            return parts;
        }
    }

    record Shown(long id, String to, String subject, Instant writtenAt, List<Part> parts) {}

    @GET
    public Uni<TemplateInstance> show() {
        if (!config.shown()) {
            throw new Unacceptable.Unknown("There is nothing at this address.");
        }
        return outbox.newest(Mail.KIND, MOST)
                .map(mails -> Templates.shownMails(
                        frames.here(), mails.stream().map(this::shown).toList()));
    }

    private Shown shown(Outbox.Due mail) {
        var writtenAt = mail.createdAt().truncatedTo(ChronoUnit.SECONDS);
        try {
            var letter = letters.write(mail);
            return new Shown(mail.id(), letter.to(), letter.subject(), writtenAt, Part.of(letter.text()));
        } catch (IllegalStateException | TemplateException broken) {
            var why = List.of(new Part(broken.getMessage(), false));
            return new Shown(mail.id(), "nobody", "This mail cannot be written", writtenAt, why);
        }
    }
}

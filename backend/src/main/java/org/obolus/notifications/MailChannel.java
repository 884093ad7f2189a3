package org.obolus.notifications;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Writes to the operator, in plain text: whose money it is has no address here, for addresses are kept as hashes. */
@ApplicationScoped
class MailChannel implements NoticeChannel {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int TAKEN = 202;

    private final NoticesConfig.Email config;
    private final MailsConfig mails;
    private final ReactiveMailer mailer;

    MailChannel(NoticesConfig config, MailsConfig mails, ReactiveMailer mailer) {
        this.config = config.email();
        this.mails = mails;
        this.mailer = mailer;
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public boolean isOn() {
        return config.to().isPresent() && mails.sent();
    }

    /** Not by way of the mails that wait to be sent: who opts out a moment before this is left alone. */
    @Override
    public Uni<Integer> say(Notice notice, String id) {
        return mailer.send(mail(notice)).ifNoItem().after(PATIENCE).fail().replaceWith(TAKEN);
    }

    private Mail mail(Notice notice) {
        var text = """
                %s

                Its identity here is %s. Whether to tell them is yours to decide; nobody else was
                written to, and this is said once.
                """.formatted(notice.words(notice.named()), notice.identity());
        return Mail.withText(config.to().orElseThrow(), "Something waits for " + notice.named(), text)
                .addHeader("Auto-Submitted", "auto-generated");
    }
}

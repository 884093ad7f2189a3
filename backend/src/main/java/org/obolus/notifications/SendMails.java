package org.obolus.notifications;

import io.quarkus.logging.Log;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.obolus.database.Outbox;

/** The job that sends mails: several servers share it, and one that dies leaves its mails to the others. */
@ApplicationScoped
class SendMails {

    private static final int MOST = 8;
    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

    private final Outbox outbox;
    private final Letters letters;
    private final ReactiveMailer mailer;
    private final MailsConfig config;

    SendMails(Outbox outbox, Letters letters, ReactiveMailer mailer, MailsConfig config) {
        this.outbox = outbox;
        this.letters = letters;
        this.mailer = mailer;
        this.config = config;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return config.sent() ? sendAll() : Uni.createFrom().voidItem();
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return outbox.forget(config.forgottenAfter());
    }

    private Uni<Void> sendAll() {
        return outbox.take(org.obolus.database.Mail.KIND, MOST, LEASE)
                .call(this::sendEach)
                .chain(taken -> taken.size() < MOST ? Uni.createFrom().voidItem() : sendAll());
    }

    private Uni<List<Void>> sendEach(List<Outbox.Due> taken) {
        return Multi.createFrom()
                .iterable(taken)
                .onItem()
                .transformToUni(this::send)
                .merge(AT_ONCE)
                .collect()
                .asList();
    }

    private Uni<Void> send(Outbox.Due due) {
        return Uni.createFrom()
                .item(() -> mail(letters.write(due)))
                .chain(mail -> mailer.send(mail))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .chain(() -> outbox.sent(due, config.shown()))
                .onFailure()
                .recoverWithUni(failure -> tryLater(due, failure));
    }

    private Uni<Void> tryLater(Outbox.Due due, Throwable failure) {
        Log.warnf("Mail %d could not be sent (attempt %d): %s", due.id(), due.attempts(), failure);
        return outbox.failed(due, pauseAfter(due.attempts()), config.giveUpAfter());
    }

    /** Twice as long each time. */
    static Duration pauseAfter(int attempts) {
        var doublings = Math.min(attempts - 1, 16);
        var pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Says that a program wrote it, so that no automatic answer comes back (RFC 3834, section 5). */
    private static Mail mail(Letter letter) {
        return Mail.withText(letter.to(), letter.subject(), letter.text())
                .setHtml(letter.html())
                .addHeader("Auto-Submitted", "auto-generated");
    }
}

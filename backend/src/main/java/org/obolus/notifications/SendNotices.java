package org.obolus.notifications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import org.obolus.database.Outbox;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.web.FetchRefused;

/** Says what is to be said about those for whom something waits, one after another, as long as it still waits and they have not opted out. */
@ApplicationScoped
class SendNotices {

    private static final int MOST = 4;
    private static final Duration LEASE = Duration.ofMinutes(5);
    static final Duration GIVE_UP_AFTER = Duration.ofDays(3);
    private static final int GATEWAY_TIMEOUT = 504;
    private static final String MAY = """
            select from identities i where i.id = $1 and i.account_id is null
              and not exists (select from opt_outs o where o.identity_id = i.id)
              and (exists (select from most_wanted w where w.identity_id = i.id)
                or exists (select from wanted_stale s where s.identity_id = i.id))""";

    private final Transactions transactions;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Instance<NoticeChannel> channels;

    SendNotices(Transactions transactions, Outbox outbox, ObjectMapper json, @Any Instance<NoticeChannel> channels) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.json = json;
        this.channels = channels;
    }

    @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return send(channels);
    }

    Uni<Void> send(Iterable<NoticeChannel> by) {
        return outbox.take(Notice.KIND, MOST, LEASE)
                .chain(taken -> Multi.createFrom()
                        .iterable(taken)
                        .onItem()
                        .transformToUniAndConcatenate(due -> send(due, by))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> send(Outbox.Due due, Iterable<NoticeChannel> by) {
        var notice = read(due);
        return transactions
                .read(connection -> Sql.first(connection, MAY, Tuple.of(notice.identityId()), row -> row))
                .chain(may -> may.isEmpty() ? outbox.sent(due, false) : say(due, notice, by))
                .onFailure()
                .recoverWithUni(failure -> failed(due, failure.getMessage()));
    }

    /** A channel that is switched off meanwhile says no more. */
    private Uni<Void> say(Outbox.Due due, Notice notice, Iterable<NoticeChannel> by) {
        for (var channel : by) {
            if (channel.name().equals(notice.channel()) && channel.isOn()) {
                return channel.say(notice, "notice-" + due.id())
                        .chain(status -> after(due, channel, status))
                        .onFailure(SendNotices::mayHaveBeenHeard)
                        .recoverWithUni(lost -> unanswered(due, channel, lost.getMessage()));
            }
        }
        return outbox.sent(due, false);
    }

    private Uni<Void> after(Outbox.Due due, NoticeChannel channel, int status) {
        if (status >= 200 && status < 300) {
            return outbox.sent(due, false);
        }
        var why = "it answered with status " + status;
        return status == GATEWAY_TIMEOUT ? unanswered(due, channel, why) : failed(due, why);
    }

    private static boolean mayHaveBeenHeard(Throwable failure) {
        return failure instanceof FetchRefused.TooSlow || failure instanceof FetchRefused.NoAnswer;
    }

    private Uni<Void> failed(Outbox.Due due, String why) {
        warn(due, why);
        return outbox.failed(due, SendMails.pauseAfter(due.attempts()), GIVE_UP_AFTER);
    }

    private Uni<Void> unanswered(Outbox.Due due, NoticeChannel channel, String why) {
        warn(due, why);
        return outbox.unanswered(due, SendMails.pauseAfter(due.attempts()), GIVE_UP_AFTER, channel.repeatsFor());
    }

    private static void warn(Outbox.Due due, String why) {
        Log.warnf("Notice %d could not be sent (attempt %d): %s", due.id(), due.attempts(), why);
    }

    private Notice read(Outbox.Due due) {
        try {
            return json.readValue(due.payload(), Notice.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Notice " + due.id() + " cannot be read", unreadable);
        }
    }
}

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
    private static final String MAY = """
            select from identities i where i.id = $1 and i.account_id is null
              and not exists (select from opt_outs o where o.identity_id = i.id)
              and exists (select from most_wanted w where w.identity_id = i.id)""";

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
                .recoverWithUni(failure -> tryLater(due, failure.getMessage(), GIVE_UP_AFTER));
    }

    /** A channel that is switched off meanwhile says no more. */
    private Uni<Void> say(Outbox.Due due, Notice notice, Iterable<NoticeChannel> by) {
        for (var channel : by) {
            if (channel.name().equals(notice.channel()) && channel.isOn()) {
                return channel.say(notice, "notice-" + due.id())
                        .chain(status -> status >= 200 && status < 300
                                ? outbox.sent(due, false)
                                : tryLater(due, "it answered with status " + status, GIVE_UP_AFTER))
                        .onFailure(FetchRefused.TooSlow.class)
                        .recoverWithUni(slow -> tryLater(due, slow.getMessage(), channel.repeatsFor()));
            }
        }
        return outbox.sent(due, false);
    }

    /** Not where it would be later than this when its turn comes. */
    private Uni<Void> tryLater(Outbox.Due due, String why, Duration giveUpAfter) {
        Log.warnf("Notice %d could not be sent (attempt %d): %s", due.id(), due.attempts(), why);
        var pause = SendMails.pauseAfter(due.attempts());
        return outbox.failed(due, pause, giveUpAfter.minus(pause));
    }

    private Notice read(Outbox.Due due) {
        try {
            return json.readValue(due.payload(), Notice.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Notice " + due.id() + " cannot be read", unreadable);
        }
    }
}

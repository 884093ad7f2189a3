package org.obolus.apps;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.obolus.database.Transactions;

/** Finds out which app a request comes from, and that it is that app. */
@ApplicationScoped
class Clients {

    private final Transactions transactions;
    private final AppRows rows;
    private final OAuthLimits limits;

    Clients(Transactions transactions, AppRows rows, OAuthLimits limits) {
        this.transactions = transactions;
        this.rows = rows;
        this.limits = limits;
    }

    /** The app of a client_id; empty when there is none. */
    Uni<Optional<App>> named(String id) {
        try {
            var named = UUID.fromString(id);
            return transactions.read(connection -> rows.find(connection, named));
        } catch (IllegalArgumentException unreadable) {
            return Uni.createFrom().item(Optional.empty());
        }
    }

    /**
     * Fails with {@link OAuthRefused} or with TooManyRequests; one without a secret is believed, since it proves itself by
     * what it shows.
     */
    Uni<App> of(Sent sent) {
        var claimed = sent.credentials();
        return named(claimed.id())
                .map(found -> found.filter(app -> app.isProvenBy(claimed.secret()))
                        .orElseThrow(OAuthRefused.InvalidClient::new))
                .call(limits::of)
                .invoke(app -> requireForm(app, sent));
    }

    /** As {@link #of}, for what only an app with a secret may ask (RFC 7662, section 2.1). */
    Uni<App> withSecret(Sent sent) {
        return of(sent).invoke(app -> {
            if (!app.isConfidential()) {
                throw new OAuthRefused.InvalidClient();
            }
        });
    }

    private static void requireForm(App app, Sent sent) {
        if (sent.isJson() && !app.isLegacy()) {
            throw new OAuthRefused.InvalidRequest(
                    "Send a form (application/x-www-form-urlencoded); JSON is read from apps marked as old clients.");
        }
    }
}

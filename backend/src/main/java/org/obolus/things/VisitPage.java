package org.obolus.things;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.web.FetchRefused;
import org.obolus.web.Fetched;
import org.obolus.web.GuardedClient;
import org.obolus.web.VisitLimits;

/** Looks at a thing's page to see whom it names. */
@ApplicationScoped
class VisitPage {

    private final GuardedClient client;
    private final VisitLimits limits;
    private final OurAddresses ours;

    VisitPage(GuardedClient client, VisitLimits limits, OurAddresses ours) {
        this.client = client;
        this.limits = limits;
        this.ours = ours;
    }

    /** What a page said about its owner; nothing, and why, when it could not be read. */
    record Seen(Optional<Naming> naming, String failure) {

        static final Seen NOT_LOOKED = new Seen(Optional.empty(), "");
    }

    /** Fails only when somebody asks too often, or this server is too busy to look. */
    Uni<Seen> visit(AccountId visitor, ThingUrl url) {
        return limits.take("account:" + visitor, url.page())
                .chain(() -> client.get(url.page()))
                .map(page -> read(url, page))
                .onFailure(VisitPage::isOfTheSite)
                .recoverWithItem(refused -> new Seen(Optional.empty(), refused.getMessage()));
    }

    private Seen read(ThingUrl url, Fetched page) {
        return page.isOk()
                ? new Seen(Optional.of(PageReader.read(ours, url, page)), "")
                : new Seen(Optional.empty(), "The page answered with status " + page.status() + ".");
    }

    private static boolean isOfTheSite(Throwable failure) {
        return failure instanceof FetchRefused && !(failure instanceof FetchRefused.Busy);
    }
}

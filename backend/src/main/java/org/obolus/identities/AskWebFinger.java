package org.obolus.identities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.obolus.web.FetchRefused;
import org.obolus.web.Fetched;
import org.obolus.web.GuardedClient;
import org.obolus.web.UrlRefused;
import org.obolus.web.VisitLimits;
import org.obolus.web.WebUrl;

/**
 * Asks a domain on which server its people are (RFC 7033): somebody is called alice@example.org, and the server is
 * social.example.org. The domain may send that question on to one other host, as most of them do.
 */
@ApplicationScoped
class AskWebFinger {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> HEADERS = Map.of("Accept", "application/jrd+json, application/json");
    private static final byte[] NOTHING = {};
    private static final Set<Integer> SENT_ON = Set.of(301, 302, 303, 307, 308);

    private final GuardedClient client;
    private final VisitLimits limits;

    AskWebFinger(GuardedClient client, VisitLimits limits) {
        this.client = client;
        this.limits = limits;
    }

    /** Another server than the domain itself; empty where it names none. Fails with TooManyRequests only. */
    Uni<Optional<PlatformName>> server(String visitor, Directory directory, PlatformHandle handle) {
        return directory
                .webFinger(handle)
                .map(url -> ask(visitor, url)
                        .chain(answer -> sentOn(url, answer)
                                .map(next -> ask(visitor, next))
                                .orElseGet(() -> Uni.createFrom().item(answer)))
                        .map(answer -> named(answer, handle))
                        .onFailure(failure -> failure instanceof FetchRefused || failure instanceof UrlRefused)
                        .recoverWithItem(Optional.empty()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Fetched> ask(String visitor, WebUrl url) {
        return limits.take(visitor, url).chain(() -> client.ask(url, HttpMethod.GET, HEADERS, NOTHING));
    }

    /** Never from https to http, where anybody on the way could answer. */
    private static Optional<WebUrl> sentOn(WebUrl from, Fetched answer) {
        return answer.header("Location")
                .filter(location -> SENT_ON.contains(answer.status()))
                .map(from::resolve)
                .filter(next -> next.scheme().equals("https") || next.scheme().equals(from.scheme()));
    }

    private static Optional<PlatformName> named(Fetched answer, PlatformHandle handle) {
        try {
            var links = answer.isOk() ? JSON.readTree(answer.text()).path("links") : JSON.createArrayNode();
            return StreamSupport.stream(links.spliterator(), false)
                    .filter(AskWebFinger::isAnActor)
                    .map(link -> WebUrl.of(link.path("href").asText()))
                    .map(actor -> PlatformName.of(handle.platform().kind(), SiteHost.of(actor)))
                    .filter(server -> !server.equals(handle.platform()))
                    .findFirst();
        } catch (IOException | UrlRefused | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** As ActivityPub has its people. */
    private static boolean isAnActor(JsonNode link) {
        var type = link.path("type").asText();
        return link.path("rel").asText().equals("self")
                && (type.equals("application/activity+json") || type.startsWith("application/ld+json"));
    }
}

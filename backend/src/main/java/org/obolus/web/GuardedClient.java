package org.obolus.web;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;
import org.obolus.problems.Problem;

/** The only way in which this server fetches an address that a person gave. */
@ApplicationScoped
public class GuardedClient {

    private static final Logger LOG = Logger.getLogger(GuardedClient.class);
    private static final int MOST_HEADER_BYTES = 32 * 1024;

    private final Vertx vertx;
    private final FetchConfig config;
    private final AddressGuard guard;
    private final HttpClient client;
    private final AtomicInteger running = new AtomicInteger();

    @Inject
    GuardedClient(Vertx vertx, FetchConfig config) {
        this(vertx, config, new SystemNames(vertx, InetAddress::getAllByName), new HttpClientOptions());
    }

    GuardedClient(Vertx vertx, FetchConfig config, Names names, HttpClientOptions options) {
        this.vertx = vertx;
        this.config = config;
        this.guard = new AddressGuard(names, config.loopback());
        this.client = vertx.createHttpClient(options.setKeepAlive(false)
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setMaxPoolSize(config.atOnce())
                .setMaxHeaderSize(MOST_HEADER_BYTES));
    }

    /**
     * Fetches a page of a public site, going along with redirects inside that site only.
     *
     * <p>The answer comes whatever its status. Fails with {@link FetchRefused} if the address is not a public one, or if
     * nothing readable comes from there in time.
     */
    public Uni<Fetched> get(WebUrl url) {
        return get(url, Map.of());
    }

    /** As {@link #get(WebUrl)}, with headers that go before those of every request. */
    public Uni<Fetched> get(WebUrl url, Map<String, String> headers) {
        return withinLimits(() -> fetch(url, headers));
    }

    /**
     * Sends something to a public site and answers the status, going along with no redirect and reading no body; fails as
     * {@link #get} does.
     */
    public Uni<Integer> post(WebUrl url, Map<String, String> headers, byte[] body, Duration patience) {
        return withinLimits(() -> within(
                url,
                patience,
                guard.admit(url)
                        .chain(address -> Exchange.sending(
                                client,
                                request(url, address).setMethod(HttpMethod.POST).setHeaders(headersOf(headers)),
                                url,
                                body))));
    }

    /**
     * Asks a program of a public site something and reads its answer, whatever its status; a redirect is such an answer,
     * for what is sent may be a secret between the two. Fails as {@link #get} does.
     */
    public Uni<Fetched> ask(WebUrl url, HttpMethod method, Map<String, String> headers, byte[] body) {
        var most = config.body().asLongValue();
        return withinLimits(() -> within(
                url,
                config.timeout(),
                guard.admit(url)
                        .chain(address -> Exchange.asking(
                                client,
                                request(url, address).setMethod(method).setHeaders(headersOf(headers)),
                                url,
                                body,
                                most))));
    }

    private MultiMap headersOf(Map<String, String> headers) {
        return MultiMap.caseInsensitiveMultiMap()
                .add(HttpHeaders.USER_AGENT, config.userAgent())
                .addAll(headers);
    }

    private <T> Uni<T> withinLimits(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            if (running.incrementAndGet() > config.atOnce()) {
                running.decrementAndGet();
                return Uni.createFrom().failure(new FetchRefused.Busy());
            }
            return work.get().onTermination().invoke(running::decrementAndGet);
        });
    }

    private Uni<Fetched> fetch(WebUrl url, Map<String, String> headers) {
        var read = guard.admit(url).chain(address -> follow(url, address, headers, config.redirects()));
        return within(url, config.timeout(), read);
    }

    private <T> Uni<T> within(WebUrl url, Duration patience, Uni<T> work) {
        var context = vertx.getOrCreateContext();
        return work.ifNoItem()
                .after(patience)
                .failWith(() -> new FetchRefused.TooSlow(url, patience.toSeconds()))
                .onFailure(failure -> !(failure instanceof Problem))
                .transform(failure -> refusal(url, failure))
                .emitOn(rest -> context.runOnContext(now -> rest.run()));
    }

    /** The host stays the same all the way, and so does the address that was checked. */
    private Uni<Fetched> follow(WebUrl url, InetAddress address, Map<String, String> headers, int redirectsLeft) {
        var request = request(url, address);
        headers.forEach(request::putHeader);
        return Exchange.with(client, request, url, config.body().asLongValue()).chain(answer -> {
            if (answer.location() == null) {
                return Uni.createFrom().item(answer.fetched());
            }
            var next = Redirects.next(url, answer.location());
            return redirectsLeft > 0
                    ? follow(next, address, headers, redirectsLeft - 1)
                    : Uni.createFrom().failure(new FetchRefused.TooManyRedirects(url));
        });
    }

    /** Connects to the address that was checked, while TLS and the Host header speak of the name. */
    private RequestOptions request(WebUrl url, InetAddress address) {
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, url.port())))
                .setSsl(url.scheme().equals("https"))
                .setHost(url.host())
                .setPort(url.port())
                .setURI(url.target())
                .putHeader(HttpHeaders.USER_AGENT, config.userAgent())
                .putHeader(HttpHeaders.ACCEPT, "text/html, application/xhtml+xml, text/plain, */*;q=0.1")
                .putHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
    }

    private static FetchRefused refusal(WebUrl url, Throwable failure) {
        LOG.debugf(failure, "No answer from %s", url.origin());
        if (failure instanceof UnknownHostException) {
            return new FetchRefused.NoSuchSite(url);
        }
        return failure instanceof SSLException ? new FetchRefused.BadCertificate(url) : new FetchRefused.NoAnswer(url);
    }
}

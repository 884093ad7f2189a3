package org.obolus.web;

import io.netty.channel.AddressedEnvelope;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsQuestion;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponse;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsNameResolverChannelStrategy;
import io.netty.util.concurrent.Future;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.obolus.problems.Problem;

/**
 * What the owners of domains say in their TXT records, as the system's name servers tell it, or those of the
 * configuration. Only these are asked: whoever else an answer names could stand in our own network.
 */
@ApplicationScoped
public class TextRecords {

    private static final Logger LOG = Logger.getLogger(TextRecords.class);
    private static final String SYSTEM = "/etc/resolv.conf";
    private static final int MOST_SERVERS = 3;
    private static final Set<DnsResponseCode> ANSWERS = Set.of(DnsResponseCode.NOERROR, DnsResponseCode.NXDOMAIN);

    private final Vertx vertx;
    private final FetchConfig config;
    private final DnsNameResolver client;
    private final List<InetSocketAddress> named;
    private final AtomicInteger running = new AtomicInteger();

    /** What does not fit into a datagram is asked for again over TCP; each look-up comes from a port of its own. */
    TextRecords(Vertx vertx, FetchConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.client = new DnsNameResolverBuilder(
                        ((VertxInternal) vertx).getEventLoopGroup().next())
                .datagramChannelType(NioDatagramChannel.class)
                .datagramChannelStrategy(DnsNameResolverChannelStrategy.ChannelPerResolution)
                .socketChannelType(NioSocketChannel.class)
                .queryTimeoutMillis(config.connectTimeout().toMillis())
                .build();
        this.named = config.nameServers().orElse(List.of()).stream()
                .map(NameServers::of)
                .toList();
    }

    /**
     * The texts of a name, each in one piece; none where there is no such name. Fails with {@link FetchRefused} when no
     * name server answers in time, or too many are being asked.
     */
    public Uni<List<String>> at(String host) {
        return isLeftOut(host)
                ? Uni.createFrom().item(List.of())
                : Uni.createFrom().deferred(() -> oneOfMany(TextAnswer.plain(host)));
    }

    /** An address has no texts, and of this machine's own names (RFC 6761) only a server that we were told of knows. */
    private boolean isLeftOut(String host) {
        return host.startsWith("[")
                || Ipv4.isMeantBy(host)
                || !isName(host)
                || named.isEmpty() && AddressGuard.isLocalhost(host);
    }

    private static boolean isName(String host) {
        try {
            question(host);
            return true;
        } catch (IllegalArgumentException noNameThatAServerCouldKnow) {
            return false;
        }
    }

    private Uni<List<String>> oneOfMany(String name) {
        if (running.incrementAndGet() > config.atOnce()) {
            running.decrementAndGet();
            return Uni.createFrom().failure(new FetchRefused.Busy());
        }
        var context = vertx.getOrCreateContext();
        return servers()
                .chain(servers -> follow(name, servers, TextAnswer.MOST_ALIASES))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .onFailure(failure -> !(failure instanceof Problem))
                .transform(failure -> refusal(name, failure))
                .onTermination()
                .invoke(running::decrementAndGet)
                .emitOn(rest -> context.runOnContext(now -> rest.run()));
    }

    /** Resolvers follow aliases themselves; a server that only knows its own names leaves that to whoever asks. */
    private Uni<List<String>> follow(String name, List<InetSocketAddress> servers, int aliasesLeft) {
        return ask(name, servers)
                .chain(answer -> answer.leadsOnFrom(name) && aliasesLeft > 0
                        ? follow(answer.lastName(), servers, aliasesLeft - 1)
                        : Uni.createFrom().item(answer.texts()));
    }

    /** One server after another, until one knows. */
    private Uni<TextAnswer> ask(String name, List<InetSocketAddress> servers) {
        var first = ask(name, servers.get(0));
        return servers.size() == 1
                ? first
                : first.onFailure().recoverWithUni(() -> ask(name, servers.subList(1, servers.size())));
    }

    private Uni<TextAnswer> ask(String name, InetSocketAddress server) {
        return Uni.createFrom()
                .emitter(emitter -> client.query(server, question(name))
                        .addListener((Future<AddressedEnvelope<DnsResponse, InetSocketAddress>> asked) -> {
                            if (asked.isSuccess()) {
                                answer(emitter, name, asked.getNow());
                            } else {
                                emitter.fail(asked.cause());
                            }
                        }));
    }

    /** A listener's own failure would be lost, and waited for as if the server were silent. */
    private static void answer(
            UniEmitter<? super TextAnswer> emitter,
            String name,
            AddressedEnvelope<DnsResponse, InetSocketAddress> envelope) {
        try {
            emitter.complete(read(name, envelope));
        } catch (RuntimeException refused) {
            emitter.fail(refused);
        }
    }

    private Uni<List<InetSocketAddress>> servers() {
        var all = named.isEmpty()
                ? Uni.createFrom()
                        .completionStage(
                                () -> vertx.fileSystem().readFile(SYSTEM).toCompletionStage())
                        .map(file -> NameServers.ofSystem(file.toString()))
                : Uni.createFrom().item(named);
        return all.map(servers -> servers.subList(0, Math.min(servers.size(), MOST_SERVERS)));
    }

    private static DnsQuestion question(String name) {
        return new DefaultDnsQuestion(name, DnsRecordType.TXT);
    }

    private static TextAnswer read(String name, AddressedEnvelope<DnsResponse, InetSocketAddress> envelope) {
        try {
            var response = envelope.content();
            if (!ANSWERS.contains(response.code())) {
                throw new IllegalStateException("The name server said " + response.code());
            }
            return TextAnswer.of(name, response);
        } finally {
            envelope.release();
        }
    }

    private static FetchRefused refusal(String name, Throwable failure) {
        LOG.debugf(failure, "No texts of %s", name);
        return new FetchRefused.NoNameServer(name);
    }
}

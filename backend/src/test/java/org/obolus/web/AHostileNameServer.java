package org.obolus.web;

import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.resolver.ResolvedAddressTypes;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.NoopAuthoritativeDnsServerCache;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import io.netty.util.concurrent.Future;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.datagram.DatagramPacket;
import io.vertx.core.datagram.DatagramSocket;
import io.vertx.core.impl.VertxInternal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A name server on 127.0.0.1 that says something else each time it is asked, as its attacker wants. */
final class AHostileNameServer implements Names, AutoCloseable {

    private static final int HEADER_BYTES = 12;
    private static final int A = 1;
    private static final int CNAME = 5;
    private static final int AAAA = 28;

    private final Map<String, List<List<String>>> answers = new ConcurrentHashMap<>();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final DatagramSocket socket;
    private final DnsNameResolver client;

    AHostileNameServer(Vertx vertx) {
        socket = vertx.createDatagramSocket().handler(this::answer);
        socket.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
        DnsServerAddressStreamProvider here = new SingletonDnsServerAddressStreamProvider(
                new InetSocketAddress("127.0.0.1", socket.localAddress().port()));
        client = new DnsNameResolverBuilder(
                        ((VertxInternal) vertx).getEventLoopGroup().next())
                .datagramChannelType(NioDatagramChannel.class)
                .nameServerProvider(here)
                .resolvedAddressTypes(ResolvedAddressTypes.IPV4_PREFERRED)
                .resolveCache(NoopDnsCache.INSTANCE)
                .cnameCache(NoopDnsCnameCache.INSTANCE)
                .authoritativeDnsServerCache(NoopAuthoritativeDnsServerCache.INSTANCE)
                .searchDomains(List.of())
                .build();
    }

    /** What it says about a name: addresses, or the one name that it stands for. */
    AHostileNameServer saying(String name, List<String> always) {
        return saying(name, always, always);
    }

    AHostileNameServer saying(String name, List<String> first, List<String> then) {
        answers.put(name, List.of(first, then));
        return this;
    }

    /** The names that somebody wanted an IPv4 address of. */
    List<String> questions() {
        return questions;
    }

    /** What its victim's resolver makes of it. */
    @Override
    public Uni<List<InetAddress>> addresses(String host) {
        return Uni.createFrom()
                .emitter(emitter -> client.resolveAll(host).addListener((Future<List<InetAddress>> asked) -> {
                    if (asked.isSuccess()) {
                        emitter.complete(asked.getNow());
                    } else {
                        emitter.fail(new UnknownHostException(host));
                    }
                }));
    }

    @Override
    public void close() {
        client.close();
        socket.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(DatagramPacket packet) {
        var question = packet.data();
        var name = name(question);
        var end = HEADER_BYTES + name.length() + 2;
        var type = question.getUnsignedShort(end);
        var records = records(name, type, said(name, type));
        var reply = Buffer.buffer()
                .appendBuffer(question.getBuffer(0, 2))
                .appendUnsignedShort(0x8580)
                .appendUnsignedShort(1)
                .appendUnsignedShort(records.size())
                .appendInt(0)
                .appendBuffer(question.getBuffer(HEADER_BYTES, end + 4));
        records.forEach(reply::appendBuffer);
        socket.send(reply, packet.sender().port(), packet.sender().host());
    }

    /** IPv6 is asked for beside IPv4; what is said first goes for both. */
    private List<String> said(String name, int type) {
        var all = answers.getOrDefault(name, List.of(List.of()));
        if (type == A) {
            questions.add(name);
        }
        var asked = (int) questions.stream().filter(name::equals).count();
        return all.get(Math.min(Math.max(asked, 1), all.size()) - 1);
    }

    private List<Buffer> records(String name, int type, List<String> said) {
        var isAlias = said.size() == 1 && answers.containsKey(said.get(0));
        if (isAlias) {
            var target = said.get(0);
            return Stream.concat(
                            Stream.of(record(name, CNAME, written(target))),
                            records(target, type, said(target, type)).stream())
                    .toList();
        }
        return said.stream()
                .map(AHostileNameServer::bytes)
                .filter(address -> address.length == (type == AAAA ? 16 : 4))
                .map(address -> record(name, type, address))
                .toList();
    }

    private static Buffer record(String name, int type, byte[] data) {
        return Buffer.buffer(written(name))
                .appendUnsignedShort(type)
                .appendUnsignedShort(1)
                .appendInt(0)
                .appendUnsignedShort(data.length)
                .appendBytes(data);
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] written(String name) {
        var buffer = Buffer.buffer();
        Arrays.stream(name.split("\\."))
                .forEach(label ->
                        buffer.appendUnsignedByte((short) label.length()).appendString(label));
        return buffer.appendByte((byte) 0).getBytes();
    }

    private static String name(Buffer question) {
        var name = new StringBuilder();
        var at = HEADER_BYTES;
        while (question.getByte(at) != 0) {
            var length = question.getByte(at);
            name.append(name.isEmpty() ? "" : ".")
                    .append(new String(question.getBytes(at + 1, at + 1 + length), StandardCharsets.US_ASCII));
            at += length + 1;
        }
        return name.toString();
    }
}

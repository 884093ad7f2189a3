package org.obolus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real name server of this machine, dnsmasq, that knows what a test tells it about names under test and localhost. */
public final class NameServerProcess implements AutoCloseable {

    private static final List<String> WHERE =
            List.of("/usr/sbin/dnsmasq", "/usr/bin/dnsmasq", "/usr/local/sbin/dnsmasq");
    private static final int MOST_IN_A_STRING = 255;

    private final List<String> records = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final int port;
    private Process process;

    private NameServerProcess(int port) {
        this.port = port;
        try {
            folder = Files.createTempDirectory("obolus-names");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        start();
    }

    public static NameServerProcess begun() {
        return new NameServerProcess(freePort());
    }

    /** @param address as {@link #address()} tells it */
    public static NameServerProcess at(String address) {
        return new NameServerProcess(Integer.parseInt(address.substring(address.indexOf(':') + 1)));
    }

    /** As the configuration of the server names it. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** A TXT record of one string, or of several where they are given. */
    public NameServerProcess withText(String name, String... strings) {
        assertThat(strings).allMatch(string -> string.length() <= MOST_IN_A_STRING && !string.contains(","));
        records.add("txt-record=" + name + "," + String.join(",", strings));
        return startAgain();
    }

    public NameServerProcess withTexts(String name, Stream<String> texts) {
        texts.forEach(text -> records.add("txt-record=" + name + "," + text));
        return startAgain();
    }

    public NameServerProcess withAlias(String name, String target) {
        records.add("cname=" + name + "," + target);
        return startAgain();
    }

    public NameServerProcess without(String name) {
        records.removeIf(line -> line.contains("=" + name + ","));
        return startAgain();
    }

    /** What it knows stays for the next start. */
    public NameServerProcess stopped() {
        process.destroyForcibly();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return this;
    }

    public NameServerProcess startAgain() {
        stopped();
        start();
        return this;
    }

    @Override
    public void close() {
        stopped();
    }

    private void start() {
        try {
            var file = Files.writeString(folder.resolve("dnsmasq.conf"), configuration());
            process = new ProcessBuilder(program(), "--keep-in-foreground", "--conf-file=" + file)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            Eventually.holds("The name server listens: " + folder, this::isListening);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private String configuration() {
        var own = Stream.of(
                "port=" + port,
                "listen-address=127.0.0.1",
                "bind-interfaces",
                "no-resolv",
                "no-hosts",
                "user=",
                "pid-file",
                "local=/test/",
                "local=/localhost/");
        return Stream.concat(own, records.stream()).collect(Collectors.joining("\n", "", "\n"));
    }

    private boolean isListening() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String program() {
        return WHERE.stream()
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no dnsmasq here; script/test installs dnsmasq-base."));
    }

    /** One that is free for datagrams and for connections. */
    public static int freePort() {
        try (var connections = new ServerSocket(0);
                var datagrams = new DatagramSocket(connections.getLocalPort())) {
            return datagrams.getLocalPort();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}

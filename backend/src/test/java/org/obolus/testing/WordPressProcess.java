package org.obolus.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;

/** A new WordPress with our plugin in it, served by PHP's own server; its administrator is admin, admin-pass. */
public final class WordPressProcess implements AutoCloseable {

    private static final Path PLUGIN = Path.of("..", "plugin-wordpress").toAbsolutePath();
    private static final String SITE = "with-the-server";

    private final Process process;
    private final String address;

    private WordPressProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** The version of a release of the distribution; the site goes by a name of its own, on a port that is free. */
    public static WordPressProcess start(String release) throws IOException, InterruptedException {
        var port = ServerProcess.freePort();
        var address = "http://" + SITE + ".localhost:" + port;
        var install = new ProcessBuilder("script/wordpress", release, address);
        install.environment().put("SITE", SITE);
        if (run(install).waitFor() != 0) {
            throw new IOException("WordPress could not be installed; see target/wordpress.log");
        }
        var serve = new ProcessBuilder("php", "-q", "-S", "127.0.0.1:" + port, "-t", root(), "script/router.php");
        serve.environment().put("PHP_CLI_SERVER_WORKERS", "4");
        var started = new WordPressProcess(run(serve), address);
        Eventually.holds("PHP listens", () -> listens(port));
        return started;
    }

    private static boolean listens(int port) {
        try (var connected = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return connected.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    public String address(String path) {
        return address + path;
    }

    /** Publishes as many posts as if before the plugin was there. */
    public void hasHadPosts(int count) throws IOException, InterruptedException {
        if (run(new ProcessBuilder("php", "script/posts.php", root(), Integer.toString(count)))
                        .waitFor()
                != 0) {
            throw new IOException("The posts could not be written; see target/wordpress.log");
        }
    }

    private static String root() {
        return PLUGIN.resolve(Path.of("target", SITE, "site")).toString();
    }

    @Override
    public void close() {
        // The workers outlive their parent otherwise.
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }

    private static Process run(ProcessBuilder command) throws IOException {
        return command.directory(PLUGIN.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "wordpress.log").toFile()))
                .start();
    }
}

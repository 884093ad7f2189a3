package org.obolus.cli.logins;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.obolus.cli.endings.Ending;
import org.obolus.cli.endings.Stopped;
import org.obolus.client.AppTokens;
import org.obolus.client.Scope;

/** The log-ins of one person, in a file that nobody else can read; written whole or not at all. */
final class LoginFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The lock of the file is between programs; within one they would fall over each other. */
    private static final Object WITHIN_THIS_PROGRAM = new Object();

    private static final String SERVERS = "servers";
    private static final String CURRENT = "current";

    private final Path folder;
    private final Path file;

    LoginFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("logins.json");
    }

    /** The server that was logged in to last. */
    Optional<URI> current() {
        return Optional.ofNullable(read().path(CURRENT).asText(null)).map(URI::create);
    }

    Optional<Login> of(URI server) {
        return login(server, read().path(SERVERS).path(server.toString()));
    }

    void keep(Login login) {
        change(login.server(), before -> Optional.of(login));
    }

    void forget(URI server) {
        change(server, before -> Optional.empty());
    }

    /**
     * Changes one log-in while no other program of ours does; what comes out is in the file before this returns.
     *
     * @throws Stopped when the file cannot be used
     */
    Optional<Login> change(URI server, UnaryOperator<Optional<Login>> change) {
        synchronized (WITHIN_THIS_PROGRAM) {
            return changed(server, change);
        }
    }

    private Optional<Login> changed(URI server, UnaryOperator<Optional<Login>> change) {
        try (var channel = lockFile()) {
            channel.lock();
            var root = read();
            var servers = root.withObjectProperty(SERVERS);
            var after = change.apply(login(server, servers.path(server.toString())));
            after.ifPresentOrElse(
                    login -> servers.set(server.toString(), written(login)), () -> servers.remove(server.toString()));
            setCurrent(root, servers, server, after.isPresent());
            write(root);
            return after;
        } catch (IOException refused) {
            throw new Stopped(Ending.BAD_FILE, "Log-ins cannot be kept in " + folder + ".", refused);
        }
    }

    private static void setCurrent(ObjectNode root, ObjectNode servers, URI server, boolean isLoggedIn) {
        if (isLoggedIn) {
            root.put(CURRENT, server.toString());
        } else if (server.toString().equals(root.path(CURRENT).asText())) {
            var other = servers.fieldNames();
            root.put(CURRENT, other.hasNext() ? other.next() : null);
        }
    }

    private FileChannel lockFile() throws IOException {
        Files.createDirectories(folder, only("rwx------"));
        return FileChannel.open(
                folder.resolve("logins.lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                only("rw-------"));
    }

    private ObjectNode read() {
        try {
            return JSON.readTree(Files.readString(file)) instanceof ObjectNode root ? root : JSON.createObjectNode();
        } catch (NoSuchFileException none) {
            return JSON.createObjectNode();
        } catch (IOException broken) {
            throw new Stopped(
                    Ending.BAD_FILE, file + " cannot be read. Remove it and log in again: obolus login", broken);
        }
    }

    private void write(ObjectNode root) throws IOException {
        var fresh = Files.createTempFile(folder, "logins", ".new", only("rw-------"));
        try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(root.toPrettyString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private FileAttribute<?>[] only(String permissions) {
        var isPosix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static Optional<Login> login(URI server, JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        var scopes = EnumSet.noneOf(Scope.class);
        node.path("scopes").forEach(scope -> scopes.add(Scope.valueOf(scope.asText())));
        var tokens = new AppTokens(
                node.path("access_token").asText(),
                Optional.ofNullable(node.path("refresh_token").asText(null)),
                scopes,
                Instant.ofEpochSecond(node.path("expires_at").asLong()));
        return Optional.of(new Login(
                server, node.path("client").asText(), node.path("username").asText(), tokens));
    }

    private static ObjectNode written(Login login) {
        var node = JSON.createObjectNode()
                .put("client", login.client())
                .put("username", login.username())
                .put("access_token", login.tokens().accessToken())
                .put("refresh_token", login.tokens().refreshToken().orElse(null))
                .put("expires_at", login.tokens().expiresAt().getEpochSecond());
        var scopes = node.putArray("scopes");
        login.tokens().scopes().forEach(scope -> scopes.add(scope.name()));
        return node;
    }
}

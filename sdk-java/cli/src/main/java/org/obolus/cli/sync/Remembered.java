package org.obolus.cli.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.obolus.cli.endings.Ending;
import org.obolus.cli.endings.Stopped;

/**
 * What a server was told of a feed already, in a file of a line for each post. Lines are added as answers come, so that
 * whatever interrupts a sync, the next one goes on from there.
 */
final class Remembered implements AutoCloseable {

    private static final int FEW = 100;

    private final Path file;
    private final String of;
    private final FileChannel channel;
    private final Map<String, String> prints = new LinkedHashMap<>();
    private String by;
    private boolean isBegun;
    private long lines;

    private Remembered(Path file, String of, FileChannel channel) {
        this.file = file;
        this.of = of;
        this.channel = channel;
    }

    /**
     * @param of the server, and who is known to it: what another one was told does not count
     * @throws Stopped when it cannot be kept there, or another sync is at it
     */
    static Remembered in(Path file, String of) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var remembered = new Remembered(file, of, channel);
            remembered.lock();
            remembered.read();
            return remembered;
        } catch (IOException refused) {
            throw new Stopped(Ending.BAD_FILE, "What was synced cannot be kept in " + file + ".", refused);
        }
    }

    /** Whose things the posts are, once somebody has said so. */
    Optional<String> by() {
        return Optional.ofNullable(by);
    }

    void by(String username) {
        if (!username.equals(by)) {
            by = username;
            append(List.of(Line.head(of, by)));
        }
    }

    boolean knows(String url, String print) {
        return print.equals(prints.get(url));
    }

    Set<String> addresses() {
        return Set.copyOf(prints.keySet());
    }

    void keep(Map<String, String> printsByUrl) {
        prints.putAll(printsByUrl);
        append(printsByUrl.entrySet().stream()
                .map(one -> Line.post(one.getKey(), one.getValue()))
                .toList());
    }

    void forget(String url) {
        prints.remove(url);
        append(List.of(Line.post(url, null)));
    }

    @Override
    public void close() {
        try (channel) {
            if (lines > 2L * prints.size() + FEW) {
                shorten();
            }
        } catch (IOException refused) {
            throw notWritten(refused);
        }
    }

    private void lock() throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException here) {
            channel.close();
            throw busy();
        }
        channel.close();
        throw busy();
    }

    private Stopped busy() {
        return new Stopped(Ending.BAD_FILE, "Another sync of this feed is at work (" + file + ").");
    }

    /**
     * A line that was cut off by the end of a program is as if it was never written; what is of somebody else is
     * forgotten with the first line of ours.
     */
    private void read() throws IOException {
        var text = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        var whole = text.substring(0, text.lastIndexOf('\n') + 1);
        isBegun = whole.lines()
                .findFirst()
                .map(Line::read)
                .filter(head -> of.equals(head.of()))
                .isPresent();
        if (isBegun) {
            whole.lines().map(Line::read).forEach(this::take);
            channel.position(whole.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    private void take(Line line) {
        lines++;
        if (line.of() != null) {
            by = line.by();
        } else if (line.print() == null) {
            prints.remove(line.url());
        } else {
            prints.put(line.url(), line.print());
        }
    }

    private void append(List<Line> added) {
        lines += added.size();
        try {
            if (!isBegun) {
                isBegun = true;
                channel.truncate(0);
                write(List.of(Line.head(of, by)));
            }
            write(added);
        } catch (IOException refused) {
            throw notWritten(refused);
        }
    }

    private void write(List<Line> added) throws IOException {
        var text = added.stream().map(Line::written).collect(Collectors.joining());
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private void shorten() throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        var text = Line.head(of, by).written()
                + prints.entrySet().stream()
                        .map(one -> Line.post(one.getKey(), one.getValue()).written())
                        .collect(Collectors.joining());
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Stopped notWritten(IOException refused) {
        return new Stopped(Ending.BAD_FILE, "What was synced cannot be kept in " + file + ".", refused);
    }
}

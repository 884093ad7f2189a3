package org.obolus.cli.feeds;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.obolus.cli.endings.Progress;

/** Writes what comes into a file, unpacked where it is packed, and no more of it than is read. */
record Unpacking(Limits limits, Progress progress) {

    private static final int MAGIC = 0x1F8B;

    /** @param total as it was announced, packed or not; 0 where it was not */
    void write(InputStream from, Path file, long total) throws IOException {
        try (var in = plain(new BufferedInputStream(from));
                var out = Files.newOutputStream(file)) {
            copy(in, out, total);
        }
    }

    private void copy(InputStream in, OutputStream out, long total) throws IOException {
        var buffer = new byte[1 << 16];
        var done = 0L;
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            done += read;
            if (done > limits.bytes()) {
                throw new FeedRefused("The feed has more than " + limits.bytes() / (1024 * 1024)
                        + " MB. --max-size reads larger ones.");
            }
            out.write(buffer, 0, read);
            progress.at("reading", done, total);
        }
    }

    /** What is packed says so in its first bytes, whatever its name and its headers are; some is packed twice. */
    private static InputStream plain(BufferedInputStream in) throws IOException {
        return isPacked(in) ? onceMore(new BufferedInputStream(new GZIPInputStream(in))) : in;
    }

    private static InputStream onceMore(BufferedInputStream in) throws IOException {
        return isPacked(in) ? new GZIPInputStream(in) : in;
    }

    private static boolean isPacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        var first = in.read();
        var second = in.read();
        in.reset();
        return (first << 8 | second) == MAGIC;
    }
}

package org.obolus.cli.feeds;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Something that was fetched, unpacked and in a file of ours.
 *
 * @param charset in which its text is written
 * @param address where it was found in the end; none for a file
 * @param notes what people should know about the way to it
 */
public record Document(Path file, Charset charset, Optional<URI> address, List<String> notes) {

    /** Its text, from the beginning, without a mark of the byte order. */
    public Reader text() {
        try {
            var decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
            var text = new java.io.BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder), 1 << 16);
            text.mark(1);
            if (text.read() != Charsets.BYTE_ORDER_MARK) {
                text.reset();
            }
            return text;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Whether its text begins with a mark of the byte order. */
    public boolean isMarked() {
        try (var text = new InputStreamReader(Files.newInputStream(file), charset)) {
            return text.read() == Charsets.BYTE_ORDER_MARK;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}

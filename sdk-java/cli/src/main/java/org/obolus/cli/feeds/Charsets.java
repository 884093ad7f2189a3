package org.obolus.cli.feeds;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out in which charset a document is written: many say a wrong one, and some say none. */
final class Charsets {

    static final int BYTE_ORDER_MARK = 0xFEFF;

    private static final Charset WHERE_NOTHING_ELSE_FITS = Charset.forName("windows-1252");
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]*\\bencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");
    private static final Pattern PARAMETER = Pattern.compile("(?i)\\bcharset\\s*=\\s*[\"']?([A-Za-z0-9._:-]+)");
    private static final int HEAD = 1024;

    private Charsets() {}

    /** The first that fits: byte order mark, header of the answer, declaration, UTF-8. */
    static Charset of(Path file, Optional<String> contentType) throws IOException {
        var head = head(file);
        var marked = marked(head);
        if (marked.isPresent()) {
            return marked.get();
        }
        var said = Stream.of(contentType.flatMap(type -> found(PARAMETER, type)), declared(head))
                .flatMap(Optional::stream)
                .flatMap(name -> known(name).stream());
        for (var charset :
                Stream.concat(said, Stream.of(StandardCharsets.UTF_8)).toList()) {
            if (fits(file, charset)) {
                return charset;
            }
        }
        return WHERE_NOTHING_ELSE_FITS;
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static Optional<Charset> marked(byte[] head) {
        return starts(head, 0xEF, 0xBB, 0xBF)
                ? Optional.of(StandardCharsets.UTF_8)
                : starts(head, 0xFE, 0xFF) || starts(head, 0, '<', 0)
                        ? Optional.of(StandardCharsets.UTF_16BE)
                        : starts(head, 0xFF, 0xFE) || starts(head, '<', 0)
                                ? Optional.of(StandardCharsets.UTF_16LE)
                                : Optional.empty();
    }

    /** A charset of several bytes a character would not have let us read its own declaration. */
    private static Optional<String> declared(byte[] head) {
        return found(DECLARED, new String(head, StandardCharsets.ISO_8859_1))
                .filter(name -> !name.toLowerCase(java.util.Locale.ROOT).startsWith("utf-16"));
    }

    private static boolean starts(byte[] head, int... bytes) {
        var first = Arrays.copyOf(head, bytes.length);
        for (var at = 0; at < bytes.length; at++) {
            if ((first[at] & 0xFF) != bytes[at]) {
                return false;
            }
        }
        return head.length >= bytes.length;
    }

    private static Optional<String> found(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }

    private static List<Charset> known(String name) {
        try {
            return List.of(Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            return List.of();
        }
    }

    private static boolean fits(Path file, Charset charset) throws IOException {
        var buffer = new char[1 << 16];
        try (var in = new InputStreamReader(Files.newInputStream(file), charset.newDecoder())) {
            while (in.read(buffer) >= 0) {
                continue;
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}

package org.obolus.cli.feeds;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Cuts XML into pieces that add up to the document, one after another, whatever is wrong between them. */
public final class MarkupReader {

    /** Nobody writes so much without an element in it. */
    private static final int LONGEST = 8_000_000;

    private final Reader in;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int end;

    public MarkupReader(Reader in) {
        this.in = in;
    }

    /**
     * The next piece; nothing at the end.
     *
     * @throws FeedRefused when the document ends within a piece of markup
     */
    public Optional<Markup> next() throws IOException {
        var first = read();
        if (first < 0) {
            return Optional.empty();
        }
        var raw = new StringBuilder().append((char) first);
        return Optional.of(first == '<' ? markup(raw) : text(raw));
    }

    private Markup markup(StringBuilder raw) throws IOException {
        var second = read();
        if (second < 0) {
            throw cut();
        }
        if (second != '!' && second != '?' && second != '/' && !isName(second)) {
            at--;
            return text(raw);
        }
        raw.append((char) second);
        return switch (second) {
            case '!' -> declaration(raw);
            case '?' -> other(raw, "?>");
            case '/' -> new Markup(Markup.Type.END, name(until(raw, ">"), 2), raw.toString());
            default -> start(raw);
        };
    }

    private Markup text(StringBuilder raw) throws IOException {
        var next = read();
        while (next >= 0 && next != '<') {
            append(raw, next);
            next = read();
        }
        if (next == '<') {
            at--;
        }
        return new Markup(Markup.Type.TEXT, "", raw.toString());
    }

    private Markup declaration(StringBuilder raw) throws IOException {
        var third = read(raw);
        if (third == '-') {
            return other(raw, "-->");
        }
        return third == '[' ? other(raw, "]]>") : documentType(raw);
    }

    /** Within its brackets are declarations of its own. */
    private Markup documentType(StringBuilder raw) throws IOException {
        var depth = 0;
        var quote = 0;
        for (var next = read(raw); next != '>' || depth > 0 || quote > 0; next = read(raw)) {
            quote = quoted(quote, next);
            depth += quote > 0 ? 0 : next == '[' ? 1 : next == ']' ? -1 : 0;
        }
        return new Markup(Markup.Type.OTHER, "", raw.toString());
    }

    private Markup start(StringBuilder raw) throws IOException {
        var quote = 0;
        for (var next = read(raw); next != '>' || quote > 0; next = read(raw)) {
            quote = quoted(quote, next);
        }
        var isAlone = raw.charAt(raw.length() - 2) == '/';
        return new Markup(isAlone ? Markup.Type.ALONE : Markup.Type.START, name(raw, 1), raw.toString());
    }

    private Markup other(StringBuilder raw, String end) throws IOException {
        return new Markup(Markup.Type.OTHER, "", until(raw, end).toString());
    }

    private StringBuilder until(StringBuilder raw, String end) throws IOException {
        var last = end.charAt(end.length() - 1);
        while (read(raw) != last || !endsWith(raw, end)) {
            continue;
        }
        return raw;
    }

    /** The next letter, or -1 at the end; the last one can be read again by one step back. */
    private int read() throws IOException {
        if (at == end) {
            end = Math.max(0, in.read(buffer, 1, buffer.length - 1)) + 1;
            at = 1;
        }
        return at < end ? buffer[at++] : -1;
    }

    private int read(StringBuilder raw) throws IOException {
        var next = read();
        if (next < 0) {
            throw cut();
        }
        append(raw, next);
        return next;
    }

    private static void append(StringBuilder raw, int next) {
        if (raw.length() == LONGEST) {
            throw new FeedRefused("One text of the feed alone has more than 8 million characters.");
        }
        raw.append((char) next);
    }

    static FeedRefused cut() {
        return new FeedRefused("The feed is cut off: it ends before its last element does.");
    }

    private static int quoted(int quote, int next) {
        if (quote == 0) {
            return next == '"' || next == '\'' ? next : 0;
        }
        return next == quote ? 0 : quote;
    }

    private static boolean endsWith(StringBuilder raw, String end) {
        return raw.length() >= end.length()
                && raw.substring(raw.length() - end.length()).equals(end);
    }

    private static String name(StringBuilder raw, int from) {
        var end = from;
        while (end < raw.length() && isName(raw.charAt(end))) {
            end++;
        }
        return raw.substring(from, end);
    }

    private static boolean isName(int character) {
        return Character.isLetterOrDigit(character) || "_:-.".indexOf(character) >= 0;
    }
}

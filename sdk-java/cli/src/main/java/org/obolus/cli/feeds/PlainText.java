package org.obolus.cli.feeds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** What people would read, out of what feeds write. */
final class PlainText {

    /** A description of 1000 characters is in the first of a long post. */
    private static final int ENOUGH = 20_000;
    /** More than any text of a thing may have; the rest of many long posts would fill the memory. */
    private static final int KEPT = 1200;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\x00-\\x1F\\x7F-\\xA0]+");
    private static final int MOST_TAGS = 20;
    private static final int LONGEST_TAG = 30;

    private PlainText() {}

    /** Of HTML, or of text that has none in it. */
    static Optional<String> ofHtml(String html) {
        var start = html.length() > ENOUGH ? html.substring(0, ENOUGH) : html;
        var hasMarkup = start.indexOf('<') >= 0 || start.indexOf('&') >= 0;
        return of(hasMarkup ? Jsoup.parseBodyFragment(start).body().text() : start);
    }

    /** Of text in which nothing is markup. */
    static Optional<String> of(String text) {
        var start = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
        var line = BLANKS.matcher(start).replaceAll(" ").strip();
        return line.isEmpty() ? Optional.empty() : Optional.of(beginning(line));
    }

    private static String beginning(String line) {
        return line.codePointCount(0, line.length()) <= KEPT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, KEPT));
    }

    /** Words by which a server files things: short, none twice, not too many. */
    static List<String> tags(Stream<String> written) {
        var tags = new LinkedHashMap<String, String>();
        written.flatMap(words ->
                        Arrays.stream(Parser.unescapeEntities(words, false).split(",")))
                .map(word -> of(word).orElse(""))
                .filter(word -> !word.isEmpty() && word.codePointCount(0, word.length()) <= LONGEST_TAG)
                .forEach(word -> tags.putIfAbsent(word.toLowerCase(Locale.ROOT), word));
        return new ArrayList<>(tags.values()).subList(0, Math.min(MOST_TAGS, tags.size()));
    }
}

package org.obolus.things;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Takes the HTML out of what people write about their things. */
final class Markup {

    private static final String BLOCKS = "p, div, li, tr, h1, h2, h3, h4, h5, h6, blockquote, ul, ol, pre";
    /** What nobody sees: control characters, and those that turn the direction of what follows. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]");

    private static final Pattern BREAK = Pattern.compile("\\r\\n?");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\f\\u00A0]+");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

    private Markup() {}

    /** Text on one line. */
    static String line(String html) {
        return lines(html).replaceAll("\\s+", " ");
    }

    /** Text in which {@code <br>} is a line break. */
    static String lines(String html) {
        var text = seen(BREAK.matcher(html).replaceAll("\n"))
                .lines()
                .map(line -> SPACES.matcher(line).replaceAll(" "))
                .map(line -> INVISIBLE.matcher(line).replaceAll(""))
                .map(String::strip)
                .collect(Collectors.joining("\n"));
        return EMPTY_LINES.matcher(text).replaceAll("\n\n").strip();
    }

    /** What a browser would show; most of what people write has no HTML in it, and need not be parsed. */
    private static String seen(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        var body = Jsoup.parseBodyFragment(html).body();
        body.select(BLOCKS).forEach(Markup::apart);
        return body.wholeText();
    }

    private static void apart(Element block) {
        block.prepend(" ");
        block.append(" ");
    }
}

package org.obolus.cli.feeds;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What has to stand around an item so that it can be understood alone, put right where feeds get it wrong.
 *
 * @param before the starts of root and channel
 */
record XmlRoot(String before, String after) {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final Map<String, String> KNOWN = Map.of(
            "content", "http://purl.org/rss/1.0/modules/content/",
            "dc", "http://purl.org/dc/elements/1.1/",
            "atom", ATOM,
            "feedburner", "http://rssnamespace.org/feedburner/ext/1.0",
            "media", "http://search.yahoo.com/mrss/",
            "itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd");

    private static final Pattern PREFIXES =
            Pattern.compile("\\sxmlns:([A-Za-z_][\\w.-]*)\\s*=\\s*(\"[^\"]*\"|'[^']*')");
    private static final Pattern DEFAULT = Pattern.compile("\\sxmlns\\s*=\\s*(\"[^\"]*\"|'[^']*')");
    private static final Pattern USED = Pattern.compile("[<\\s]/?([A-Za-z_][\\w.-]*):[A-Za-z_]");

    static XmlRoot of(Kind kind, Markup root, String channel) {
        if (kind == Kind.ATOM) {
            var start = "<" + root.name() + prefixes(root.raw()) + ofAtom(root) + ">";
            return new XmlRoot(start, "</" + root.name() + ">");
        }
        return root.local().equalsIgnoreCase("rdf")
                ? new XmlRoot(
                        "<" + root.name() + prefixes(root.raw()) + found(DEFAULT, root.raw()) + "><channel/>",
                        "</" + root.name() + ">")
                : new XmlRoot(
                        "<rss version=\"2.0\"" + prefixes(root.raw()) + "><channel" + prefixes(channel) + ">",
                        "</channel></rss>");
    }

    String around(String items) {
        return before + items + after;
    }

    /** Declares the prefixes that are used and that nobody has declared. */
    XmlRoot declaring(String items) {
        var missing = new LinkedHashMap<String, String>();
        USED.matcher(items)
                .results()
                .map(found -> found.group(1))
                .filter(prefix -> !prefix.equals("xml") && !prefix.equals("xmlns"))
                .filter(prefix -> !before.contains("xmlns:" + prefix) && !items.contains("xmlns:" + prefix))
                .forEach(prefix -> missing.put(prefix, KNOWN.getOrDefault(prefix, "urn:undeclared:" + prefix)));
        var declared = missing.entrySet().stream()
                .map(one -> " xmlns:" + one.getKey() + "=\"" + one.getValue() + "\"")
                .collect(Collectors.joining());
        var nameEnds =
                before.indexOf(' ') < 0 ? before.indexOf('>') : Math.min(before.indexOf(' '), before.indexOf('>'));
        return new XmlRoot(before.substring(0, nameEnds) + declared + before.substring(nameEnds), after);
    }

    /** A feed in no namespace, or in one that nobody knows, means Atom all the same. */
    private static String ofAtom(Markup root) {
        var said = found(DEFAULT, root.raw());
        var isOld = said.contains("http://purl.org/atom/ns#");
        return root.prefix().isEmpty() && !isOld ? " xmlns=\"" + ATOM + "\"" : said + (isOld ? " version=\"0.3\"" : "");
    }

    private static String prefixes(String start) {
        return PREFIXES.matcher(start)
                .results()
                .map(found -> " xmlns:" + found.group(1) + "=" + found.group(2))
                .distinct()
                .collect(Collectors.joining());
    }

    private static String found(Pattern pattern, String start) {
        var found = pattern.matcher(start);
        return found.find() ? found.group() : "";
    }
}

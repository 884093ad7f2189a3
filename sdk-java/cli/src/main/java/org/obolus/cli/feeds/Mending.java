package org.obolus.cli.feeds;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.parser.Parser;

/** Makes XML of what feeds call XML. */
final class Mending {

    private static final Pattern REFERENCE = Pattern.compile("&(#?[A-Za-z0-9]*);?");
    private static final String CDATA = "<![CDATA[";
    private static final String END_OF_CDATA = "]]>";

    /** No document of XML 1.0 may have these, not even escaped. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    /** Texts of RSS, which has no elements within its texts. */
    private static final Pattern TEXT = Pattern.compile(
            "(<(title|description|content:encoded)(?:\\s[^>]*)?>)((?:(?!</\\2\\s*>).)*+)(</\\2\\s*>)", Pattern.DOTALL);

    private static final Pattern ELEMENT = Pattern.compile("<[A-Za-z/]");

    private static final String OF_XML = "amp lt gt quot apos";

    private Mending() {}

    /** Without what is forbidden; what is named only in HTML is written out, and a lone ampersand is one. */
    static String lightly(String xml) {
        var allowed = xml.chars().anyMatch(Mending::isSuspicious)
                ? FORBIDDEN.matcher(xml).replaceAll("")
                : xml;
        var mended = new StringBuilder(allowed.length() + 64);
        var at = 0;
        for (var from = allowed.indexOf(CDATA); from >= 0; from = allowed.indexOf(CDATA, at)) {
            var end = allowed.indexOf(END_OF_CDATA, from);
            mended.append(referring(allowed.substring(at, from)));
            at = end < 0 ? allowed.length() : end + END_OF_CDATA.length();
            mended.append(allowed, from, at);
        }
        return mended.append(referring(allowed.substring(at))).toString();
    }

    private static boolean isSuspicious(int letter) {
        return letter < ' ' && letter != '\n' && letter != '\r' && letter != '\t' || letter >= 0xFFFE;
    }

    private static String referring(String text) {
        return text.indexOf('&') < 0
                ? text
                : REFERENCE
                        .matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(mended(found.group(), found.group(1))));
    }

    /** HTML that was put into RSS as it was becomes the text that it was meant to be. */
    static String withTextsWrapped(String items) {
        return TEXT.matcher(items).replaceAll(text -> Matcher.quoteReplacement(wrapped(text)));
    }

    private static String wrapped(java.util.regex.MatchResult text) {
        var content = text.group(3);
        var isPlain = content.contains("]]>") || !ELEMENT.matcher(content).find();
        return isPlain ? text.group() : text.group(1) + "<![CDATA[" + content + "]]>" + text.group(4);
    }

    /** As a reader of web pages would take it: every element has an end. */
    static String thoroughly(String xml) {
        var document = Jsoup.parse(xml, "", Parser.xmlParser());
        document.outputSettings()
                .prettyPrint(false)
                .syntax(OutputSettings.Syntax.xml)
                .escapeMode(org.jsoup.nodes.Entities.EscapeMode.xhtml);
        return lightly(document.outerHtml());
    }

    private static String mended(String whole, String name) {
        if (name.startsWith("#")) {
            return isAllowed(name) && whole.endsWith(";") ? whole : "";
        }
        if (OF_XML.contains(name) && whole.endsWith(";") && !name.isEmpty()) {
            return whole;
        }
        var text = Parser.unescapeEntities("&" + name + ";", true);
        return text.startsWith("&") || !whole.endsWith(";") ? "&amp;" + whole.substring(1) : text;
    }

    private static boolean isAllowed(String number) {
        try {
            var isHex = number.startsWith("#x") || number.startsWith("#X");
            var character = isHex ? Integer.parseInt(number.substring(2), 16) : Integer.parseInt(number.substring(1));
            return character == '\t'
                    || character == '\n'
                    || character == '\r'
                    || character >= ' ' && character <= 0xD7FF
                    || character >= 0xE000 && character <= 0xFFFD
                    || character >= 0x10000 && character <= 0x10FFFF;
        } catch (NumberFormatException none) {
            return false;
        }
    }
}

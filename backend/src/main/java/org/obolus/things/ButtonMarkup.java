package org.obolus.things;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** What an anchor of the class FlattrButton says in {@code rel}, {@code rev} and {@code data-flattr-…}, the last wins. */
record ButtonMarkup(String url, String username) {

    private static final Pattern LIST = Pattern.compile("(?s)(?:^|\\s)flattr;(.*)");
    private static final String PREFIX = "flattr-";

    static ButtonMarkup of(Element anchor) {
        var said = new HashMap<String, String>();
        said.putAll(listed(anchor.attr("rel")));
        said.putAll(listed(anchor.attr("rev")));
        anchor.dataset().forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !value.isBlank()) {
                said.put(name.substring(PREFIX.length()), value.strip());
            }
        });
        return new ButtonMarkup(
                said.getOrDefault("url", anchor.attr("href")),
                said.getOrDefault("uid", said.getOrDefault("owner", "")));
    }

    private static Map<String, String> listed(String attribute) {
        var list = LIST.matcher(attribute);
        if (!list.find()) {
            return Map.of();
        }
        return Arrays.stream(list.group(1).split(";"))
                .map(pair -> pair.split(":", 2))
                .filter(pair -> pair.length == 2 && !pair[1].isBlank())
                .collect(Collectors.toMap(
                        pair -> pair[0].strip().toLowerCase(Locale.ROOT),
                        pair -> pair[1].strip(),
                        (first, second) -> second));
    }
}

package org.obolus.accounts;

import java.util.List;
import java.util.Map;

/** A browser as its owner would call it, for example {@code Firefox on Linux}; no more than that is kept of it. */
record BrowserName(String value) {

    /** In this order: most browsers claim to be several others as well. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Firefox/", "Firefox"),
            Map.entry("Edg/", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "Mac"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    static BrowserName of(String userAgent) {
        var agent = userAgent == null ? "" : userAgent;
        var browser = first(BROWSERS, agent, "A program");
        var system = first(SYSTEMS, agent, "");
        return new BrowserName(system.isEmpty() ? browser : browser + " on " + system);
    }

    private static String first(List<Map.Entry<String, String>> names, String agent, String otherwise) {
        return names.stream()
                .filter(name -> agent.contains(name.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(otherwise);
    }

    @Override
    public String toString() {
        return value;
    }
}

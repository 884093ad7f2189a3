package org.obolus.client;

/** An element that is being written; whatever is put into it stays text. */
final class Markup {

    private final String name;
    private final StringBuilder start;

    Markup(String name) {
        this.name = name;
        this.start = new StringBuilder("<").append(name);
    }

    Markup with(String attribute, String value) {
        start.append(' ').append(attribute).append("=\"").append(escaped(value)).append('"');
        return this;
    }

    /** Line breaks of the text are line breaks on the page. */
    String around(String text) {
        return holding(escaped(text).replaceAll("\\R", "<br>"));
    }

    /** @param markup stays as it is */
    String holding(String markup) {
        return start + ">" + markup + "</" + name + ">";
    }

    /** An element that never has anything in it. */
    String alone() {
        return start + ">";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

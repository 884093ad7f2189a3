package org.obolus.settlement;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Lines of a CSV file (RFC 4180) in which no cell can become a formula of a spreadsheet (OWASP, CSV injection). */
record Csv(char separator) {

    static final String MEDIA_TYPE = "text/csv;charset=utf-8";
    static final Csv COMMAS = new Csv(',');
    static final Csv SEMICOLONS = new Csv(';');

    String line(Object... cells) {
        return Arrays.stream(cells).map(this::cell).collect(Collectors.joining(String.valueOf(separator))) + "\r\n";
    }

    private String cell(Object value) {
        if (value == null) {
            return "";
        }
        var text = value instanceof String written ? harmless(written) : value.toString();
        var quoted = text.indexOf(separator) >= 0 || text.matches("(?s).*[\"\\r\\n].*");
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String harmless(String written) {
        return written.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + written : written;
    }
}

package org.obolus.settlement;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of a CSV file (RFC 4180) in which no cell can become a formula of a spreadsheet (OWASP, CSV injection). */
record Csv(char separator, Pattern formula) {

    static final String MEDIA_TYPE = "text/csv;charset=utf-8";
    static final Csv COMMAS = new Csv(',', ';');
    static final Csv SEMICOLONS = new Csv(';', ',');

    /** A program that takes another separator for this file's begins cells where we do not, and drops the quotes. */
    private Csv(char separator, char another) {
        this(separator, Pattern.compile("^(?=[\\t\\r])|(?<=^|[" + another + "\\t\\r\\n])\"*(?=[=+\\-@])"));
    }

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

    private String harmless(String written) {
        return formula.matcher(written)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().concat("'")));
    }
}

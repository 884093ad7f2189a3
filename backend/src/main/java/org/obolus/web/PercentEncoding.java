package org.obolus.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The percent-encode sets of the URL standard that an http or https URL meets. */
enum PercentEncoding {
    PATH(" \"#<>?^`{}"),
    QUERY(" \"#<>'"),
    FRAGMENT(" \"<>`");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final String encoded;

    PercentEncoding(String encoded) {
        this.encoded = encoded;
    }

    /** What is percent-encoded already stays as it is, and a stray percent sign too: that is what browsers do. */
    String encode(String text) {
        if (text.chars().noneMatch(this::contains)) {
            return text;
        }
        var out = new StringBuilder(text.length() * 2);
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            if (contains(b & 0xff)) {
                out.append('%').append(HEX.toHexDigits(b));
            } else {
                out.append((char) b);
            }
        }
        return out.toString();
    }

    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(bytes.length);
        for (var i = 0; i < bytes.length; i++) {
            if (isEncoded(bytes, i)) {
                out.write(HexFormat.fromHexDigit(bytes[++i]) << 4 | HexFormat.fromHexDigit(bytes[++i]));
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static boolean isEncoded(byte[] bytes, int i) {
        return bytes[i] == '%'
                && i + 2 < bytes.length
                && HexFormat.isHexDigit(bytes[i + 1])
                && HexFormat.isHexDigit(bytes[i + 2]);
    }

    private boolean contains(int c) {
        return c < 0x20 || c > 0x7e || encoded.indexOf(c) >= 0;
    }
}

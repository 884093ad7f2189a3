package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColoursThatCanBeReadTest {

    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");
    private static final String DARK = "@media (prefers-color-scheme: dark)";

    /** The least ratios of WCAG 2.2: 4.5 for text (1.4.3), 3 for what has to be told apart (1.4.11). */
    @ParameterizedTest
    @CsvSource({
        "ink, paper, 4.5",
        "ink, card, 4.5",
        "ink, leaf-tint, 4.5",
        "ink, coin-tint, 4.5",
        "ink, danger-tint, 4.5",
        "soft, paper, 4.5",
        "soft, card, 4.5",
        "soft, leaf-tint, 4.5",
        "soft, coin-tint, 4.5",
        "leaf, paper, 4.5",
        "leaf, card, 4.5",
        "leaf, leaf-tint, 4.5",
        "leaf-deep, card, 4.5",
        "on-leaf, leaf, 4.5",
        "on-leaf, leaf-deep, 4.5",
        "on-coin, coin, 4.5",
        "danger, card, 4.5",
        "danger, paper, 4.5",
        "danger, danger-tint, 4.5",
        "field, card, 3",
        "field, paper, 3",
        "coin, card, 3",
        "coin, paper, 3"
    })
    void standOutInLightAndInDark(String front, String back, double least) throws IOException {
        var css = stylesheet();

        var light = tokens(css.substring(0, css.indexOf(DARK)));
        var dark = tokens(css.substring(css.indexOf(DARK)));

        assertThat(contrast(light.get(front), light.get(back))).isGreaterThanOrEqualTo(least);
        assertThat(contrast(dark.get(front), dark.get(back))).isGreaterThanOrEqualTo(least);
    }

    private static Map<String, Integer> tokens(String css) {
        var tokens = new HashMap<String, Integer>();
        TOKEN.matcher(css).results().forEach(found -> tokens.put(found.group(1), Integer.parseInt(found.group(2), 16)));
        return tokens;
    }

    private static double contrast(int one, int other) {
        var lighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static String stylesheet() throws IOException {
        try (var file = ColoursThatCanBeReadTest.class.getResourceAsStream("/META-INF/resources/obolus.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package org.obolus.things;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakingHtmlOutTest {

    @ParameterizedTest
    @CsvSource({
        "Rye bread, Rye bread",
        "'  Rye   bread ', Rye bread",
        "Rye <b>bread</b>, Rye bread",
        "Rye<br>bread, Rye bread",
        "AT&amp;T & <3, AT&T & <3",
        "<p>Rye</p><p>bread</p>, Rye bread",
        "Rye<script>alert(1)</script> bread, Rye bread",
        "&lt;b&gt; bread, <b> bread",
        "<img src=x onerror=alert(1)>bread, bread",
        "<b bread, ''"
    })
    void leavesWhatABrowserWouldShow(String html, String text) {
        assertThat(Markup.line(html)).isEqualTo(text);
    }

    @Test
    void keepsLineBreaks() {
        assertThat(Markup.lines("Slow<br/>and <i>good</i>,\r\nwith\tsalt.<BR><br><br><br>End"))
                .isEqualTo("Slow\nand good,\nwith salt.\n\nEnd");
    }

    @Test
    void readsItsOwnTextAsItWas() {
        var text = Markup.lines("First line<br>second & third");

        assertThat(Markup.lines(text)).isEqualTo(text);
    }
}

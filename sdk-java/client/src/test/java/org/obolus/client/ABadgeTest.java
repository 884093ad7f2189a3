package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ABadgeTest {

    private static final URI SERVER = URI.create("https://obolus.example/");
    private static final Badge BADGE = Badge.of(
            SERVER,
            Flattrable.at(URI.create("https://blog.example/bread(1)?a=1&b=2")).by("alice"));
    private static final String TARGET = "https://obolus.example/submit/auto?user_id=alice"
            + "%surl=https%%3A%%2F%%2Fblog.example%%2Fbread%%281%%29%%3Fa%%3D1%%26b%%3D2";

    @Test
    void isALinkAroundAPicture() {
        assertThat(BADGE.html())
                .isEqualTo("<a href=\"" + TARGET.formatted("&amp;") + "\">"
                        + "<img src=\"https://obolus.example/badge.svg\" width=\"93\" height=\"20\" alt=\"Flattr this\">"
                        + "</a>");
    }

    @Test
    void countsWhatItLinksTo() {
        assertThat(BADGE.counted().bitmap().image())
                .hasToString("https://obolus.example/badge.png?count=1"
                        + "&url=https%3A%2F%2Fblog.example%2Fbread%281%29%3Fa%3D1%26b%3D2&scale=2");
    }

    @Test
    void isSmallOnDemand() {
        assertThat(BADGE.icon().html()).contains("/badge.svg?size=16\" width=\"16\" height=\"16\"");
    }

    @Test
    void standsInMarkdown() {
        assertThat(BADGE.markdown())
                .isEqualTo("[![Flattr this](https://obolus.example/badge.svg)](" + TARGET.formatted("&") + ")");
    }
}

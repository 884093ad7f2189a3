package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ALoaderTest {

    private static final URI SERVER = URI.create("https://obolus.example/");

    @Test
    void isOneScript() {
        assertThat(Loader.of(SERVER).html())
                .isEqualTo("<script async src=\"https://obolus.example/button.js\"></script>");
    }

    @Test
    void speaksForAllButtonsOfThePage() {
        var loader = Loader.of(SERVER)
                .manual()
                .by("alice")
                .in("en_GB")
                .of(Category.AUDIO)
                .looking(ButtonElement.Layout.COMPACT);

        assertThat(loader.html())
                .isEqualTo("<script async src=\"https://obolus.example/button.js?mode=manual&amp;uid=alice"
                        + "&amp;language=en_GB&amp;category=audio&amp;button=compact\"></script>");
    }
}

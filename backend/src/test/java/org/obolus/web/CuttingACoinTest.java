package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.web.Coin.Slice;

class CuttingACoinTest {

    @Test
    void cutsEqualSlicesClockwiseFromTheTop() {
        var coin = Coin.of(4);

        var angles = coin.parts().stream().map(Slice::angle);

        assertThat(angles).containsExactly("45", "135", "225", "315");
    }

    @Test
    void leavesTheCoinOfOneFlattrWhole() {
        var coin = Coin.of(1);

        assertThat(coin.parts()).containsExactly(new Slice("0", false, false));
        assertThat(coin.path()).startsWith("M0 -38.4A38.4 38.4").endsWith("Z");
    }

    @Test
    void isEmptyBeforeTheFirstFlattr() {
        assertThat(Coin.of(0).isEmpty()).isTrue();
        assertThat(Coin.of(0).parts()).isEmpty();
    }

    @Test
    void liftsOneSliceAndHighlightsTheFirst() {
        var coin = Coin.of(3).lift(2).highlight(1);

        assertThat(coin.parts())
                .containsExactly(
                        new Slice("60", false, true), new Slice("180", false, false), new Slice("300", true, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10, 31, 60})
    void keepsEverySliceInsideItsPart(int slices) {
        var corners = Coin.of(slices).path().replaceAll("[MLAZ]", " ").strip().split(" +");

        var x = Double.parseDouble(corners[corners.length - 2]);
        var y = Double.parseDouble(corners[corners.length - 1]);

        assertThat(Math.atan2(x, -y)).isPositive().isLessThan(Math.PI / slices);
        assertThat(Math.hypot(x, y)).isBetween(38.0, 40.0);
    }

    @Test
    void drawsNoMoreSlicesThanCanBeToldApart() {
        assertThat(Coin.of(100_000).parts()).hasSize(Coin.MOST_SLICES);
    }

    @Test
    void liftsNothingThatIsNotThere() {
        assertThat(Coin.of(3).lift(3).parts()).noneMatch(Slice::lifted);
        assertThat(Coin.of(-3).lift(-7).highlight(9)).isEqualTo(Coin.of(0));
    }

    @Test
    void isTheFaviconToo() throws IOException {
        var favicon = fileOf("/META-INF/resources/favicon.svg");

        var logo = Coin.logo();

        assertThat(favicon).contains("d=\"" + logo.path() + "\"").contains("stroke-width:" + logo.stroke());
        assertThat(new HashSet<>(logo.parts()))
                .allSatisfy(slice -> assertThat(favicon).contains("rotate(" + slice.angle() + ")"));
    }

    private static String fileOf(String path) throws IOException {
        try (var file = CuttingACoinTest.class.getResourceAsStream(path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

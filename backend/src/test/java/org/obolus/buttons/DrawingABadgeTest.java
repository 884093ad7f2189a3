package org.obolus.buttons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DrawingABadgeTest {

    private static final int COIN = 0xffd9730d;
    private static final int LEAF = 0xff1d6b46;
    private static final double HALF_A_PEN = 0.75;

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "9999, 9999",
        "10000, 10k",
        "12999, 12k",
        "999999, 999k",
        "1000000, 1.0M",
        "1290000, 1.2M",
        "9999999, 9.9M",
        "10000000, 10M",
        "9223372036854775807, 999M"
    })
    void showsNeverMoreThanThereAre(long flattrs, String shown) {
        assertThat(counting(flattrs).number()).isEqualTo(shown);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void hasRoomForEveryNumber(long flattrs) {
        var number = BadgeLetters.centred(counting(flattrs).number(), 21, 53, 13.5, "#000000");

        var room = number.stream()
                .map(DrawingABadgeTest::bounds)
                .reduce(Rectangle2D::createUnion)
                .orElseThrow();

        assertThat(room.getMinX() - HALF_A_PEN).isGreaterThan(21);
        assertThat(room.getMaxX() + HALF_A_PEN).isLessThan(53);
        assertThat(room.getCenterX()).isCloseTo(37, within(0.6));
    }

    static LongStream numbers() {
        return LongStream.of(0, 1, 44, 888, 9999, 4444, 1111, 99_999, 444_444, 4_444_444, 44_444_444, 444_444_444);
    }

    @Test
    void leavesItsCornersToThePage() throws IOException {
        var picture = painted(counting(12), 1);

        assertThat(picture.getRGB(0, 0) >>> 24).isLessThan(64);
        assertThat(picture.getRGB(92, 19) >>> 24).isLessThan(64);
        assertThat(picture.getRGB(91, 10)).isEqualTo(LEAF);
    }

    @Test
    void carriesTheCoin() throws IOException {
        assertThat(painted(Badge.without(Badge.Size.ICON), 2).getRGB(10, 17)).isEqualTo(COIN);
        assertThat(painted(counting(12), 2).getRGB(17, 22)).isEqualTo(COIN);
    }

    @Test
    void hasNoNumberAsAnIcon() {
        assertThat(new Badge(Badge.Size.ICON, OptionalLong.of(3))).isEqualTo(Badge.without(Badge.Size.ICON));
    }

    @ParameterizedTest
    @CsvSource({
        // From the top of a circle around 0,0 to its right, and the four arcs that lead there.
        "M0 -10A10 10 0 0 1 10 0, 0, -10, 10, 0",
        "M0 -10A10 10 0 1 0 10 0, -10, -10, 10, 10",
        "M0 -10A10 10 0 0 0 10 0, 0, -10, 10, 0",
        "M0 -10A10 10 0 1 1 10 0, 0, -20, 20, 0",
        // An ellipse in two halves.
        "M4 -3.5A2 3.5 0 1 1 0 -3.5A2 3.5 0 1 1 4 -3.5Z, 0, -7, 4, 0",
        // Half of a circle, whose middle is on the way.
        "M0 0L10 0A5 5 0 0 1 10 10, 0, 0, 15, 10"
    })
    void followsTheArcsOfSvg(String path, double left, double top, double right, double bottom) {
        var bounds = PathData.shape(path).getBounds2D();

        assertThat(bounds.getMinX()).isCloseTo(left, within(0.01));
        assertThat(bounds.getMinY()).isCloseTo(top, within(0.01));
        assertThat(bounds.getMaxX()).isCloseTo(right, within(0.01));
        assertThat(bounds.getMaxY()).isCloseTo(bottom, within(0.01));
    }

    @Test
    void readsNoPathThatItWouldDrawWrongly() {
        assertThatThrownBy(() -> PathData.shape("M0 0Q1 1 2 0")).hasMessageContaining("Q");
    }

    private static Badge counting(long flattrs) {
        return new Badge(Badge.Size.WIDE, OptionalLong.of(flattrs));
    }

    private static Rectangle2D bounds(BadgePiece piece) {
        return piece.place()
                .createTransformedShape(PathData.shape(piece.path()))
                .getBounds2D();
    }

    private static BufferedImage painted(Badge badge, int scale) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(BadgePng.paint(badge, scale)));
    }
}

package org.obolus.apps;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.obolus.problems.Unacceptable;

/**
 * Draws uploaded pictures anew, small and as PNG: what else was in the file, be it a place or a program, does not come
 * along.
 */
@ApplicationScoped
class AppPictures {

    static final String FIELD = "picture";

    private static final int SIDE = 96;
    private static final int LONGEST_SIDE = 2048;
    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    static {
        // Otherwise a machine with a display is asked for it, and one without the libraries for it breaks off.
        System.setProperty("java.awt.headless", "true");
    }

    private final Vertx vertx;

    AppPictures(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Away from the threads that answer; fails with Invalid when it is no PNG or JPEG of a bearable size. */
    Uni<byte[]> drawn(byte[] uploaded) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> written(read(uploaded)), false)
                        .toCompletionStage());
    }

    private static BufferedImage read(byte[] uploaded) {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(uploaded))) {
            var reader = reader(in).orElseThrow(AppPictures::refused);
            try {
                return read(reader, in);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            throw unreadable instanceof Unacceptable.Invalid known ? known : refused();
        }
    }

    /** Its size stands in front: a small file that unfolds into a huge picture is not unfolded. */
    private static BufferedImage read(ImageReader reader, ImageInputStream in) throws IOException {
        reader.setInput(in, true, true);
        if (reader.getWidth(0) > LONGEST_SIDE || reader.getHeight(0) > LONGEST_SIDE) {
            throw refused();
        }
        return reader.read(0);
    }

    private static Optional<ImageReader> reader(ImageInputStream in) throws IOException {
        var readers = ImageIO.getImageReaders(in);
        while (readers.hasNext()) {
            var reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return Optional.of(reader);
            }
        }
        return Optional.empty();
    }

    /** Whole and in the middle of a square. */
    private static byte[] written(BufferedImage picture) {
        var longer = Math.max(picture.getWidth(), picture.getHeight());
        var width = Math.max(1, picture.getWidth() * SIDE / longer);
        var height = Math.max(1, picture.getHeight() * SIDE / longer);
        var square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        var canvas = square.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(picture, (SIDE - width) / 2, (SIDE - height) / 2, width, height, null);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(square, "png", out);
        } catch (IOException notInMemory) {
            throw new UncheckedIOException(notInMemory);
        }
        return bytes.toByteArray();
    }

    private static Unacceptable.Invalid refused() {
        return new Unacceptable.Invalid(
                FIELD, "A picture is a PNG or a JPEG, with sides of up to " + LONGEST_SIDE + " pixels.");
    }
}

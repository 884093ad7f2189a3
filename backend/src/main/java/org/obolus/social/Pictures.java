package org.obolus.social;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.obolus.problems.Unacceptable;

/** Paints what people upload anew, small and square: nothing of the file itself is ever shown to anybody. */
@ApplicationScoped
class Pictures {

    private static final int LARGE = 96;
    private static final int SMALL = 48;
    private static final long MOST_PIXELS = 16_000_000;

    private final Vertx vertx;

    Pictures(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The same picture for our pages and for those of Flattr's time. */
    record Pair(byte[] large, byte[] small) {}

    /** Fails with Invalid when it is no PNG and no JPEG, or too large. */
    Uni<Pair> small(byte[] uploaded) {
        return Uni.createFrom()
                .completionStage(() ->
                        vertx.executeBlocking(() -> paint(uploaded), false).toCompletionStage());
    }

    private static Pair paint(byte[] uploaded) {
        var reader = ImageIO.getImageReadersByFormatName(format(uploaded)).next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(uploaded))) {
            reader.setInput(stream, true, true);
            var middle = middle(reader);
            return new Pair(png(middle, LARGE), png(middle, SMALL));
        } catch (Unacceptable refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw refused("This picture is broken or of an unusual kind. Save it anew as PNG or JPEG.");
        } finally {
            reader.dispose();
        }
    }

    private static String format(byte[] file) {
        if (file.length > 3 && (file[0] & 0xff) == 0x89 && file[1] == 'P' && file[2] == 'N' && file[3] == 'G') {
            return "png";
        }
        if (file.length > 2 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xd8) {
            return "jpeg";
        }
        throw refused("Choose a picture in PNG or JPEG.");
    }

    /** The square in the middle, with no more pixels read than are needed. */
    private static BufferedImage middle(ImageReader reader) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw refused("This picture is too large: it has at most 16 million pixels.");
        }
        var side = Math.min(width, height);
        var wish = reader.getDefaultReadParam();
        wish.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
        var step = Math.max(1, side / (2 * LARGE));
        wish.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, wish);
    }

    private static byte[] png(BufferedImage picture, int side) throws IOException {
        var painted = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        var brush = painted.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        brush.drawImage(picture, 0, 0, side, side, null);
        brush.dispose();
        var written = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(written)) {
            ImageIO.write(painted, "png", stream);
        }
        return written.toByteArray();
    }

    private static Unacceptable.Invalid refused(String sentence) {
        return new Unacceptable.Invalid("picture", sentence);
    }
}

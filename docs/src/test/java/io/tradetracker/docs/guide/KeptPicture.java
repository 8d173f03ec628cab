package io.tradetracker.docs.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A picture of a page. With the system property {@code pictures.update} it is written, else compared. */
final class KeptPicture {
    /** Letters differ a little between machines. */
    private static final double DIFFERENT = 0.03;

    private KeptPicture() {}

    static void compare(Path file, byte[] png, String test) throws IOException {
        if (Boolean.getBoolean("pictures.update")) {
            Files.createDirectories(file.getParent());
            Files.write(file, png);
        }
        assertThat(different(ImageIO.read(file.toFile()), ImageIO.read(new ByteArrayInputStream(png))))
                .as(
                        "share of dots of %s that differ; if the change is meant: mvn -pl docs -am test -Dtest=%s"
                                + " -Dpictures.update=true, and look at it",
                        file, test)
                .isLessThan(DIFFERENT);
    }

    private static double different(BufferedImage kept, BufferedImage now) {
        assertThat(now.getWidth()).isEqualTo(kept.getWidth());
        assertThat(now.getHeight()).isEqualTo(kept.getHeight());
        long count = 0;
        for (int y = 0; y < kept.getHeight(); y++) {
            for (int x = 0; x < kept.getWidth(); x++) {
                count += isNear(kept.getRGB(x, y), now.getRGB(x, y)) ? 0 : 1;
            }
        }
        return (double) count / kept.getWidth() / kept.getHeight();
    }

    private static boolean isNear(int one, int other) {
        return Math.abs((one >> 16 & 255) - (other >> 16 & 255)) < 48
                && Math.abs((one >> 8 & 255) - (other >> 8 & 255)) < 48
                && Math.abs((one & 255) - (other & 255)) < 48;
    }
}

package io.tradetracker.charts.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PngEncoderTest {
    @ParameterizedTest
    @CsvSource({"1,1,2", "1,7,3", "7,1,2", "64,33,2", "33,64,16777216", "257,120,5", "640,480,300"})
    void whatIsReadBackIsWhatWasWritten(int width, int height, int colours) throws IOException {
        int[] dots = dots(width, height, colours);

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(PngEncoder.encode(dots, width, height, 2)));

        assertThat(read.getWidth()).isEqualTo(width);
        assertThat(read.getHeight()).isEqualTo(height);
        int[] back = read.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < dots.length; i++) {
            assertThat(back[i] & 0xffffff).as("dot %s", i).isEqualTo(dots[i]);
        }
    }

    /** Runs of one colour and rows that repeat, as in charts, between dots of any colour. */
    private static int[] dots(int width, int height, int colours) {
        Random random = new Random(31L * width + height);
        int[] palette = random.ints(Math.min(colours, 1 << 16), 0, 1 << 24).toArray();
        int[] dots = new int[width * height];
        for (int i = 0; i < dots.length; i++) {
            int above = i < width ? 0 : dots[i - width];
            int left = i == 0 ? 0 : dots[i - 1];
            int choice = random.nextInt(10);
            dots[i] = choice < 4 ? above : choice < 8 ? left : palette[random.nextInt(palette.length)];
        }
        return dots;
    }

    @ParameterizedTest
    @CsvSource({"1,96", "2,192", "3,288"})
    void eachPartHasItsChecksumAndTheFileTellsHowManyDotsAnInchHas(double scale, int dotsPerInch) {
        ByteBuffer file = ByteBuffer.wrap(PngEncoder.encode(dots(40, 30, 9), 40, 30, scale));
        file.position(8);
        StringBuilder names = new StringBuilder();
        while (file.hasRemaining()) {
            byte[] part = new byte[4 + file.getInt()];
            file.get(part);
            CRC32 sum = new CRC32();
            sum.update(part);
            assertThat(file.getInt()).isEqualTo((int) sum.getValue());
            String name = new String(part, 0, 4, StandardCharsets.US_ASCII);
            names.append(name).append(' ');
            if (name.equals("pHYs")) {
                assertThat(ByteBuffer.wrap(part).getInt(4) * 0.0254).isBetween(dotsPerInch - 0.5, dotsPerInch + 0.5);
            }
        }
        assertThat(names).hasToString("IHDR pHYs IDAT IEND ");
    }
}

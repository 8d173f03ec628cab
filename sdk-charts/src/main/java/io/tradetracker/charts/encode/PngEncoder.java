package io.tradetracker.charts.encode;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes PNG without loss (PNG specification, third edition): red, green and blue with eight bits each. Charts have
 * large areas of one colour and rows that repeat, so each row is told either as its difference to the row above or,
 * when that is cheaper to tell, to its own left; a fast level of compression is enough then.
 */
final class PngEncoder {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int LEVEL = 1;
    private static final int LOOK_AT_EACH = 3;
    private static final double DOTS_PER_METRE = 96 / 0.0254;

    private PngEncoder() {}

    static byte[] encode(Picture picture) {
        double scale = picture.scale();
        int width = (int) Math.ceil(picture.width() * scale);
        int height = (int) Math.ceil(picture.height() * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(scale, scale);
            picture.paint(graphics);
        } finally {
            graphics.dispose();
        }
        return encode(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), width, height, scale);
    }

    /**
     * {@return a file}
     *
     * @param dots rows from the top, each from the left: {@code 0x00rrggbb}
     */
    static byte[] encode(int[] dots, int width, int height, double scale) {
        ByteBuffer compressed = compress(dots, width, height);
        int resolution = (int) Math.round(DOTS_PER_METRE * scale);
        byte[] bytes = new byte[compressed.remaining() + 90];
        ByteBuffer file = ByteBuffer.wrap(bytes);
        file.put(SIGNATURE);
        byte trueColour = 2;
        chunk(
                file,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 8)
                        .put(trueColour)
                        .put(new byte[3])
                        .flip());
        chunk(
                file,
                "pHYs",
                ByteBuffer.allocate(9)
                        .putInt(resolution)
                        .putInt(resolution)
                        .put((byte) 1)
                        .flip());
        chunk(file, "IDAT", compressed);
        chunk(file, "IEND", ByteBuffer.allocate(0));
        return Arrays.copyOf(bytes, file.position());
    }

    private static void chunk(ByteBuffer file, String type, ByteBuffer data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data.duplicate());
        file.putInt(data.remaining()).put(name).put(data).putInt((int) sum.getValue());
    }

    private static ByteBuffer compress(int[] dots, int width, int height) {
        byte[] row = new byte[1 + 3 * width];
        byte[] out = new byte[Math.max(4096, dots.length / 4)];
        int used = 0;
        Deflater deflater = new Deflater(LEVEL);
        try {
            for (int y = 0; y < height; y++) {
                filter(dots, y * width, y == 0 ? -1 : (y - 1) * width, width, row);
                deflater.setInput(row);
                while (!deflater.needsInput()) {
                    used += deflater.deflate(out, used, out.length - used);
                    out = used == out.length ? Arrays.copyOf(out, 2 * used) : out;
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                used += deflater.deflate(out, used, out.length - used);
                out = used == out.length ? Arrays.copyOf(out, 2 * used) : out;
            }
        } finally {
            deflater.end();
        }
        return ByteBuffer.wrap(out, 0, used);
    }

    /** Most dots are like their neighbours, so that a row begins as zeros and only what differs is written. */
    private static void filter(int[] dots, int at, int above, int width, byte[] row) {
        Arrays.fill(row, (byte) 0);
        boolean isUp = above >= 0
                && (Arrays.equals(dots, at, at + width, dots, above, above + width)
                        || isLikeAbove(dots, at, above, width));
        if (isUp) {
            row[0] = 2;
            for (int x = 0; x < width; x++) {
                int dot = dots[at + x];
                int other = dots[above + x];
                if (dot != other) {
                    put(row, 1 + 3 * x, dot, other);
                }
            }
        } else {
            row[0] = 1;
            int left = 0;
            for (int x = 0; x < width; x++) {
                int dot = dots[at + x];
                if (dot != left) {
                    put(row, 1 + 3 * x, dot, left);
                    left = dot;
                }
            }
        }
    }

    /** {@return whether dots differ less often from those above than from their left, by looking at some of them} */
    private static boolean isLikeAbove(int[] dots, int at, int above, int width) {
        int turnsLeft = 0;
        int turnsAbove = 0;
        for (int x = 1; x < width; x += LOOK_AT_EACH) {
            int dot = dots[at + x];
            turnsLeft += dot == dots[at + x - 1] ? 0 : 1;
            turnsAbove += dot == dots[above + x] ? 0 : 1;
        }
        return turnsAbove <= turnsLeft;
    }

    private static void put(byte[] row, int to, int dot, int other) {
        row[to] = (byte) ((dot >> 16) - (other >> 16));
        row[to + 1] = (byte) ((dot >> 8) - (other >> 8));
        row[to + 2] = (byte) (dot - other);
    }
}

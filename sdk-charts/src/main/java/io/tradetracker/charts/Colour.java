package io.tradetracker.charts;

import java.util.regex.Pattern;

/**
 * A colour. Immutable.
 *
 * @param argb its alpha, red, green and blue, eight bits each, alpha highest
 */
public record Colour(int argb) {
    private static final Pattern TEXT = Pattern.compile("#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?");

    /**
     * {@return the colour of a text}
     *
     * @param text {@code #rrggbb} or {@code #rrggbbaa}
     * @throws ChartException when it is neither
     */
    public static Colour of(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new ChartException("colour '" + text + "' must look like #2962ff or, with its opacity, #2962ff80");
        }
        int rgb = Integer.parseInt(text.substring(1, 7), 16);
        int alpha = text.length() == 9 ? Integer.parseInt(text.substring(7), 16) : 255;
        return new Colour(alpha << 24 | rgb);
    }

    /**
     * {@return this colour with another opacity}
     *
     * @param opacity 0 (not seen) to 1
     * @throws ChartException when it is outside
     */
    public Colour opacity(double opacity) {
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new ChartException("opacity " + opacity + " must be 0 to 1");
        }
        return new Colour((int) Math.round(opacity * 255) << 24 | (argb & 0xffffff));
    }

    /** {@return how much of what is under it is covered, 0 to 255} */
    public int alpha() {
        return argb >>> 24;
    }

    /** {@return red, 0 to 255} */
    public int red() {
        return argb >> 16 & 255;
    }

    /** {@return green, 0 to 255} */
    public int green() {
        return argb >> 8 & 255;
    }

    /** {@return blue, 0 to 255} */
    public int blue() {
        return argb & 255;
    }

    /** {@return {@code #rrggbb}, or {@code #rrggbbaa} when it is not opaque} */
    @Override
    public String toString() {
        String rgb = String.format("#%06x", argb & 0xffffff);
        return alpha() == 255 ? rgb : rgb + String.format("%02x", alpha());
    }
}

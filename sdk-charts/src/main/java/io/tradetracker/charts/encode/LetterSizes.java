package io.tradetracker.charts.encode;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;

/** How large the letters of plain English text are in a font, in pixels. Immutable. */
public final class LetterSizes {
    /** The first letter that is not among them. */
    public static final int END = 127;

    private final double[] widths = new double[END];
    private final double digitHeight;
    private final double lineHeight;

    LetterSizes(Font font) {
        FontRenderContext context = new FontRenderContext(null, true, true);
        LineMetrics metrics = font.getLineMetrics("0Ag", context);
        digitHeight = font.createGlyphVector(context, "0").getVisualBounds().getHeight();
        lineHeight = metrics.getAscent() + metrics.getDescent();
        char[] letters = new char[END];
        for (char c = ' '; c < END; c++) {
            letters[c] = c;
            widths[c] = font.getStringBounds(letters, c, c + 1, context).getWidth();
        }
    }

    /**
     * {@return the width of a letter}
     *
     * @param letter from a blank up to, not including, {@link #END}
     */
    public double width(char letter) {
        return widths[letter];
    }

    /** {@return the height of a digit} */
    public double digitHeight() {
        return digitHeight;
    }

    /** {@return the height of a line} */
    public double lineHeight() {
        return lineHeight;
    }
}

package io.tradetracker.charts.render;

import io.tradetracker.charts.Colour;
import io.tradetracker.charts.Theme;
import io.tradetracker.charts.encode.Fonts;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;

/**
 * Measures and draws text in the theme's font, or in one that has its letters. Widths of plain text are the sum of
 * those of its letters. Safe for use by several threads once made.
 */
final class Lettering {
    private static final int PLAIN = 127;

    private final Fonts fonts;
    private final Font regular;
    private final Font bold;
    private final double[] widths = new double[PLAIN];
    private final double[] boldWidths = new double[PLAIN];
    private final double ascent;
    private final double height;

    Lettering(Fonts fonts, Theme theme) {
        this.fonts = fonts;
        regular = fonts.font(theme.fonts(), Font.PLAIN, theme.fontSize());
        bold = fonts.font(theme.fonts(), Font.BOLD, theme.fontSize());
        FontRenderContext context = new FontRenderContext(null, true, true);
        LineMetrics metrics = regular.getLineMetrics("0Ag", context);
        ascent = regular.createGlyphVector(context, "0").getVisualBounds().getHeight();
        height = metrics.getAscent() + metrics.getDescent();
        char[] letters = new char[PLAIN];
        for (char c = ' '; c < PLAIN; c++) {
            letters[c] = c;
        }
        for (char c = ' '; c < PLAIN; c++) {
            widths[c] = regular.getStringBounds(letters, c, c + 1, context).getWidth();
            boldWidths[c] = bold.getStringBounds(letters, c, c + 1, context).getWidth();
        }
    }

    /** {@return the height of a line, in pixels} */
    double height() {
        return height;
    }

    /** {@return the height of a digit, in pixels} */
    double digitHeight() {
        return ascent;
    }

    double width(String text) {
        return width(text, widths, regular);
    }

    double boldWidth(String text) {
        return width(text, boldWidths, bold);
    }

    private double width(String text, double[] of, Font font) {
        double sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= PLAIN || c < ' ') {
                return fonts.having(font, text)
                        .getStringBounds(text, new FontRenderContext(null, true, true))
                        .getWidth();
            }
            sum += of[c];
        }
        return sum;
    }

    /** Draws text with its digits' middle at {@code middle}, from {@code x} on. */
    void draw(Graphics2D graphics, String text, double x, double middle, Colour colour) {
        draw(graphics, text, x, middle, colour, regular);
    }

    void drawBold(Graphics2D graphics, String text, double x, double middle, Colour colour) {
        draw(graphics, text, x, middle, colour, bold);
    }

    private void draw(Graphics2D graphics, String text, double x, double middle, Colour colour, Font font) {
        graphics.setColor(colour(colour));
        graphics.setFont(isPlain(text) ? font : fonts.having(font, text));
        graphics.drawString(text, (float) x, (float) (middle + ascent / 2));
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= PLAIN) {
                return false;
            }
        }
        return true;
    }

    static Color colour(Colour colour) {
        return new Color(colour.argb(), true);
    }
}

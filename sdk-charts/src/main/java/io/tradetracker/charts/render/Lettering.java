package io.tradetracker.charts.render;

import io.tradetracker.charts.Colour;
import io.tradetracker.charts.Theme;
import io.tradetracker.charts.encode.Fonts;
import io.tradetracker.charts.encode.LetterSizes;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;

/**
 * Measures and draws text in the theme's font, or in one that has its letters. Widths of plain text are the sum of
 * those of its letters. Safe for use by several threads once made.
 */
final class Lettering {
    private static final int PLAIN = LetterSizes.END;

    private final Fonts fonts;
    private final Font regular;
    private final Font bold;
    private final LetterSizes sizes;
    private final LetterSizes boldSizes;
    private final double ascent;
    private final double height;

    Lettering(Fonts fonts, Theme theme) {
        this.fonts = fonts;
        regular = fonts.font(theme.fonts(), Font.PLAIN, theme.fontSize());
        bold = fonts.font(theme.fonts(), Font.BOLD, theme.fontSize());
        sizes = fonts.sizes(regular);
        boldSizes = fonts.sizes(bold);
        ascent = sizes.digitHeight();
        height = sizes.lineHeight();
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
        return width(text, sizes, regular);
    }

    double boldWidth(String text) {
        return width(text, boldSizes, bold);
    }

    private double width(String text, LetterSizes of, Font font) {
        double sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= PLAIN || c < ' ') {
                return fonts.having(font, text)
                        .getStringBounds(text, new FontRenderContext(null, true, true))
                        .getWidth();
            }
            sum += of.width(c);
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

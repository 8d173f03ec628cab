package io.tradetracker.charts.report;

import io.tradetracker.charts.ChartException;
import io.tradetracker.charts.Colour;
import io.tradetracker.charts.Theme;
import io.tradetracker.charts.Values;
import io.tradetracker.charts.encode.Fonts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;

/** How all charts of a report look. */
record ReportStyle(Fonts fonts, Theme theme, Locale locale) {
    private static final double MOST = 1e15;

    static Color color(Colour colour) {
        return new Color(colour.argb(), true);
    }

    Color rising() {
        return color(theme.data().rising());
    }

    Color falling() {
        return color(theme.data().falling());
    }

    Color background() {
        return color(theme.surface().background());
    }

    Font font(int weight) {
        return fonts.font(theme.fonts(), weight, theme.fontSize());
    }

    /** Styles a chart; XChart draws all else in its own way. */
    void apply(AxesChartStyler styler) {
        Color text = color(theme.surface().text());
        Color label = color(theme.surface().label());
        styler.setChartBackgroundColor(background());
        styler.setPlotBackgroundColor(background());
        styler.setPlotBorderVisible(false);
        styler.setChartFontColor(text);
        styler.setChartTitleFont(font(Font.BOLD));
        styler.setChartTitleBoxVisible(false);
        styler.setChartPadding(8);
        styler.setChartTitlePadding(6);
        styler.setLegendVisible(false);
        styler.setAxisTicksVisible(true);
        styler.setAxisTickPadding(5);
        styler.setAxisTickMarkLength(4);
        styler.setAxisTickLabelsFont(font(Font.PLAIN));
        styler.setAxisTickLabelsColor(label);
        styler.setAxisTitleFont(font(Font.PLAIN));
        styler.setXAxisTitleColor(label);
        styler.setYAxisTitleColor(label);
        styler.setAxisTickMarksColor(color(theme.surface().border()));
        styler.setPlotGridLinesColor(color(theme.surface().grid()));
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setLocale(locale);
        styler.setToolTipsAlwaysVisible(false);
    }

    void paintBackground(Graphics2D graphics, int width, int height) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(background());
        graphics.fillRect(0, 0, width, height);
    }

    void paintNothing(Graphics2D graphics, int width, int height, String title, String why) {
        paintBackground(graphics, width, height);
        graphics.setColor(color(theme.surface().text()));
        graphics.setFont(font(Font.BOLD));
        graphics.drawString(title, 8, 8 + (int) theme.fontSize());
        graphics.setFont(font(Font.PLAIN));
        graphics.setColor(color(theme.surface().label()));
        Rectangle2D box = graphics.getFontMetrics().getStringBounds(why, graphics);
        graphics.drawString(why, (float) ((width - box.getWidth()) / 2), height / 2f);
    }

    /** Says when a number cannot be drawn. */
    static void requireDrawable(String what, Values values) {
        for (int i = 0; i < values.size(); i++) {
            requireDrawable(what + " " + i, values.at(i));
        }
    }

    static void requireDrawable(String what, double value) {
        if (!(Math.abs(value) <= MOST)) {
            throw new ChartException(what + " must be finite and within 1e15, but is " + value);
        }
    }
}

package io.tradetracker.charts.render;

import io.tradetracker.charts.Colour;
import io.tradetracker.charts.Theme;
import io.tradetracker.charts.axis.ValueAxis;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * What is needed to draw in a pane. Straight things are drawn on whole dots, without smoothing; lines at an angle and
 * text are smoothed. For one picture and thread.
 *
 * @param graphics scaled, so that its unit is a pixel; clipped to the pane
 * @param dots how many dots a pixel has
 * @param box the pane's plot
 * @param axis heights of its values
 * @param columns where its columns are
 * @param theme colours
 * @param lettering text
 * @param labels places of labels
 */
record Canvas(
        Graphics2D graphics,
        double dots,
        Rect box,
        ValueAxis axis,
        Columns columns,
        Theme theme,
        Lettering lettering,
        LabelSpace labels) {
    static final float[] DASHES = {4, 3};
    static final float[] POINTS = {1, 3};

    double y(double value) {
        return axis.y(value);
    }

    /** {@return the nearest edge between two dots} */
    double snap(double pixels) {
        return Math.rint(pixels * dots) / dots;
    }

    /** Fills a rectangle on whole dots; it is at least one dot wide and high. */
    void fill(double left, double top, double right, double bottom, Colour colour) {
        double x = snap(left);
        double y = snap(top);
        double width = Math.max(1 / dots, snap(right) - x);
        double height = Math.max(1 / dots, snap(bottom) - y);
        graphics.setColor(Lettering.colour(colour));
        if (dots == 1) {
            graphics.fillRect((int) x, (int) y, (int) width, (int) height);
        } else {
            graphics.fill(new Rectangle2D.Double(x, y, width, height));
        }
    }

    /** Draws a line across at a height, one pixel thick. */
    void across(double fromX, double toX, double atY, Colour colour) {
        double half = thin() / 2;
        fill(fromX, atY - half, toX, atY + half, colour);
    }

    /** Draws a broken line across at a height. */
    void dashedAcross(double fromX, double toX, double atY, Colour colour) {
        double half = thin() / 2;
        for (double x = fromX; x < toX; x += 6) {
            fill(x, atY - half, Math.min(toX, x + 3), atY + half, colour);
        }
    }

    /** Draws an upright line, one pixel thick. */
    void upright(double atX, double fromY, double toY, Colour colour) {
        double half = thin() / 2;
        fill(atX - half, fromY, atX + half, toY, colour);
    }

    /** {@return the thickness of a hairline in pixels: whole dots} */
    double thin() {
        return Math.max(1, Math.floor(dots)) / dots;
    }

    /** Draws a path smoothly. */
    void draw(Path2D path, double thickness, Colour colour) {
        draw(path, new BasicStroke((float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND), colour);
    }

    /** Draws a broken path smoothly. */
    void draw(Path2D path, double thickness, float[] pattern, Colour colour) {
        draw(
                path,
                new BasicStroke((float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, pattern, 0),
                colour);
    }

    private void draw(Path2D path, BasicStroke stroke, Colour colour) {
        smooth(true);
        graphics.setStroke(stroke);
        graphics.setColor(Lettering.colour(colour));
        graphics.draw(path);
        smooth(false);
    }

    /** Fills a shape smoothly. */
    void fill(Path2D path, Colour colour) {
        smooth(true);
        graphics.setColor(Lettering.colour(colour));
        graphics.fill(path);
        smooth(false);
    }

    void smooth(boolean on) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                on ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
    }

    /** {@return a straight line} */
    static Path2D line(double fromX, double fromY, double toX, double toY) {
        Path2D path = new Path2D.Double();
        path.moveTo(fromX, fromY);
        path.lineTo(toX, toY);
        return path;
    }
}

package io.tradetracker.charts.encode;

import java.awt.Graphics2D;

/** Something that can be drawn, again and again and always the same. Safe for use by several threads. */
public interface Picture {
    /** {@return in pixels at scale 1, above zero} */
    int width();

    /** {@return in pixels at scale 1, above zero} */
    int height();

    /** {@return how many dots a pixel has in each direction, in formats that are made of dots} */
    double scale();

    /**
     * Draws itself, (0, 0) at the upper left, in pixels at scale 1.
     *
     * @param graphics already scaled; its state is not restored
     */
    void paint(Graphics2D graphics);
}

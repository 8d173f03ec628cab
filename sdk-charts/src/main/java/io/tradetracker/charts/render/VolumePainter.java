package io.tradetracker.charts.render;

import io.tradetracker.charts.candles.Bars;

/** Draws the volume of each column. */
final class VolumePainter {
    private static final double OVERLAY = 0.2;

    private VolumePainter() {}

    static void paint(Canvas canvas, boolean overlay) {
        Bars bars = canvas.columns().bars();
        Rect box = canvas.box();
        double most = 0;
        for (int i = 0; i < bars.size(); i++) {
            most = Math.max(most, bars.volume(i));
        }
        double half = PricePainter.bodyWidth(canvas.columns().stepX(), canvas.dots(), canvas.thin()) / 2;
        for (int i = 0; i < bars.size() && most > 0; i++) {
            double top =
                    overlay ? box.bottom() - box.height() * OVERLAY * bars.volume(i) / most : canvas.y(bars.volume(i));
            if (bars.volume(i) > 0) {
                double x = canvas.columns().x(i);
                canvas.fill(
                        x - half,
                        top,
                        x + half,
                        box.bottom(),
                        bars.rises(i)
                                ? canvas.theme().data().risingVolume()
                                : canvas.theme().data().fallingVolume());
            }
        }
    }
}

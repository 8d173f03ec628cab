package io.tradetracker.charts.render;

import io.tradetracker.charts.ChartSpec;
import io.tradetracker.charts.Colour;
import io.tradetracker.charts.Drawing;
import io.tradetracker.charts.Layer;
import io.tradetracker.charts.Plot;
import io.tradetracker.charts.axis.NumberText;
import io.tradetracker.charts.candles.Bars;

/** Draws what a pane shows: volume under prices, studies over them, then positions, patterns and drawings. */
final class PanePainter {
    private final ChartSpec spec;
    private final PaneLayout pane;
    private final Canvas canvas;
    private final Tags tags;
    private final NumberText numbers;

    PanePainter(ChartSpec spec, PaneLayout pane, Canvas canvas, Tags tags, NumberText numbers) {
        this.spec = spec;
        this.pane = pane;
        this.canvas = canvas;
        this.tags = tags;
        this.numbers = numbers;
    }

    void paint() {
        for (Layer layer : pane.pane().layers()) {
            if (layer instanceof Layer.Volume volume) {
                VolumePainter.paint(canvas, volume.overlay());
                tagVolume(volume);
            }
        }
        if (pane.pane().showsPrices()) {
            new PricePainter(canvas).paint(spec.type());
        }
        StudyPainter studies = new StudyPainter(canvas);
        pane.studies().forEach(studies::paint);
        Legend legend = new Legend(spec, pane, numbers, canvas);
        legend.place();
        for (Layer layer : pane.pane().layers()) {
            switch (layer) {
                case Layer.Trades trades -> new TradePainter(canvas).paint(trades.marks());
                case Layer.Formations formations -> new FormationPainter(canvas).paint(formations.found());
                case Layer.Quote quote -> quote(quote);
                default -> {}
            }
        }
        DrawingPainter drawings = new DrawingPainter(canvas, numbers, Math.max(0, pane.decimals()));
        for (Drawing drawing : pane.pane().drawings()) {
            drawings.paint(drawing);
            if (drawing instanceof Drawing.HorizontalLine line) {
                tags.add(line.price(), line.colour(), numbers);
            }
        }
        tagValues();
        legend.paint();
    }

    private void quote(Layer.Quote quote) {
        Colour bid = canvas.theme().data().falling();
        Colour ask = canvas.theme().data().rising();
        canvas.dashedAcross(0, canvas.box().right(), canvas.y(quote.bid()), bid);
        canvas.dashedAcross(0, canvas.box().right(), canvas.y(quote.ask()), ask);
        tags.add(quote.bid(), bid, numbers);
        tags.add(quote.ask(), ask, numbers);
    }

    private void tagVolume(Layer.Volume volume) {
        Bars bars = canvas.columns().bars();
        if (!volume.overlay() && bars.size() > 0) {
            int last = bars.size() - 1;
            Colour colour = bars.rises(last)
                    ? canvas.theme().data().rising()
                    : canvas.theme().data().falling();
            tags.add(bars.volume(last), colour, numbers);
        }
    }

    private void tagValues() {
        for (StudyRows study : pane.studies()) {
            for (Row row : study.rows()) {
                if (row.style() != Plot.Style.MARK && !Double.isNaN(row.last())) {
                    tags.add(row.last(), row.colour(), numbers);
                }
            }
        }
        Bars bars = canvas.columns().bars();
        if (pane.pane().showsPrices() && bars.size() > 0) {
            int last = bars.size() - 1;
            Colour colour = bars.rises(last)
                    ? canvas.theme().data().rising()
                    : canvas.theme().data().falling();
            canvas.dashedAcross(canvas.columns().x(last), canvas.box().right(), canvas.y(bars.close(last)), colour);
            tags.add(bars.close(last), colour, numbers);
        }
    }
}

package io.tradetracker.charts.render;

import io.tradetracker.charts.ChartSpec;
import io.tradetracker.charts.Colour;
import io.tradetracker.charts.Theme;
import io.tradetracker.charts.axis.NumberText;
import io.tradetracker.charts.axis.Tick;
import io.tradetracker.charts.encode.Fonts;
import io.tradetracker.charts.encode.Picture;
import java.awt.ComponentOrientation;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;

/** A chart that is laid out and can be drawn. Immutable and safe to share between threads. */
public final class ChartPicture implements Picture {
    private final ChartSpec spec;
    private final Lettering lettering;
    private final NumberText numbers;
    private final Layout layout;

    private ChartPicture(ChartSpec spec, Lettering lettering) {
        this.spec = spec;
        this.lettering = lettering;
        numbers = new NumberText(spec.text().locale());
        layout = Layout.of(spec, lettering, numbers);
    }

    /**
     * {@return a chart, laid out}
     *
     * @throws io.tradetracker.charts.ChartException when it cannot be drawn, such as a price of 0 on a log scale
     */
    public static ChartPicture of(ChartSpec spec, Fonts fonts) {
        return new ChartPicture(spec, new Lettering(fonts, spec.theme()));
    }

    /** {@return where everything is, for crosshairs} */
    public ChartGeometry geometry() {
        return layout.geometry(spec);
    }

    @Override
    public int width() {
        return spec.size().width();
    }

    @Override
    public int height() {
        return spec.size().height();
    }

    @Override
    public double scale() {
        return spec.size().scale();
    }

    @Override
    public void paint(Graphics2D graphics) {
        double dots = graphics.getTransform().getScaleX();
        Theme theme = spec.theme();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        graphics.setColor(Lettering.colour(theme.surface().background()));
        graphics.fillRect(0, 0, width(), height());
        for (PaneLayout pane : layout.panes()) {
            paint(graphics, pane, dots);
        }
        paintFrame(graphics, dots);
        if (layout.title().height() > 0) {
            paintTitle(graphics);
        }
        if (layout.columns().bars().size() == 0) {
            paintNothing(graphics);
        }
    }

    private Canvas canvas(Graphics2D graphics, PaneLayout pane, double dots) {
        return new Canvas(
                graphics, dots, pane.plot(), pane.axis(), layout.columns(), spec.theme(), lettering, new LabelSpace());
    }

    private void paint(Graphics2D graphics, PaneLayout pane, double dots) {
        Graphics2D clipped = (Graphics2D) graphics.create();
        Rect plot = pane.plot();
        clipped.clip(new Rectangle2D.Double(plot.x(), plot.y(), plot.width(), plot.height()));
        Canvas canvas = canvas(clipped, pane, dots);
        for (Tick tick : pane.ticks()) {
            canvas.across(
                    plot.x(), plot.right(), tick.at(), spec.theme().surface().grid());
        }
        for (Tick tick : layout.times()) {
            canvas.upright(
                    tick.at(), plot.y(), plot.bottom(), spec.theme().surface().grid());
        }
        Tags tags = new Tags(pane, lettering);
        new PanePainter(spec, pane, canvas, tags, numbers).paint();
        clipped.dispose();
        if (plot.right() < width()) {
            tags.paint(graphics, dots, spec.theme());
        }
    }

    private void paintFrame(Graphics2D graphics, double dots) {
        Canvas canvas = canvas(graphics, layout.panes().getFirst(), dots);
        Colour border = spec.theme().surface().border();
        double right = layout.panes().getFirst().plot().right();
        double bottom = layout.panes().getLast().plot().bottom();
        for (PaneLayout pane : layout.panes().subList(1, layout.panes().size())) {
            canvas.fill(0, pane.plot().y() - 1, width(), pane.plot().y() - 1 + canvas.thin(), border);
        }
        if (right < width()) {
            canvas.fill(right, layout.title().height(), right + canvas.thin(), bottom, border);
        }
        if (layout.timeAxisHeight() > 0) {
            canvas.fill(0, bottom, width(), bottom + canvas.thin(), border);
            for (Tick tick : layout.times()) {
                double middle = bottom + layout.timeAxisHeight() / 2;
                Colour colour = tick.major()
                        ? spec.theme().surface().text()
                        : spec.theme().surface().label();
                if (tick.major()) {
                    double x = tick.at() - lettering.boldWidth(tick.label()) / 2;
                    lettering.drawBold(graphics, tick.label(), x, middle, colour);
                } else {
                    lettering.draw(
                            graphics, tick.label(), tick.at() - lettering.width(tick.label()) / 2, middle, colour);
                }
            }
        }
    }

    private void paintTitle(Graphics2D graphics) {
        String title = spec.text().title();
        boolean fromLeft =
                ComponentOrientation.getOrientation(spec.text().locale()).isLeftToRight();
        double x = fromLeft ? 8 : width() - 8 - lettering.boldWidth(title);
        lettering.drawBold(
                graphics,
                title,
                x,
                layout.title().height() / 2 + 1,
                spec.theme().surface().text());
    }

    private void paintNothing(Graphics2D graphics) {
        String text = "No candles in view";
        Rect plot = layout.panes().getFirst().plot();
        double x = plot.x() + (plot.width() - lettering.width(text)) / 2;
        lettering.draw(
                graphics,
                text,
                x,
                plot.y() + plot.height() / 2,
                spec.theme().surface().label());
    }
}

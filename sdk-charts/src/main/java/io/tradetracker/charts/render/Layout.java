package io.tradetracker.charts.render;

import io.tradetracker.charts.ChartSpec;
import io.tradetracker.charts.Layer;
import io.tradetracker.charts.Pane;
import io.tradetracker.charts.PriceScale;
import io.tradetracker.charts.Values;
import io.tradetracker.charts.axis.NumberText;
import io.tradetracker.charts.axis.Tick;
import io.tradetracker.charts.axis.TimeAxis;
import io.tradetracker.charts.axis.ValueAxis;
import io.tradetracker.charts.axis.ValueRange;
import io.tradetracker.charts.candles.Bars;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything is. Immutable.
 *
 * @param title its place; zero high when there is none
 * @param panes from top to bottom
 * @param columns where the columns are
 * @param times labels of the time axis
 * @param timeAxisHeight in pixels; 0 when there is no room for it
 */
record Layout(Rect title, List<PaneLayout> panes, Columns columns, List<Tick> times, double timeAxisHeight) {
    /** The least that a column takes, in pixels. */
    private static final double NARROWEST = 2;

    private static final double WIDEST = 60;
    private static final double WIDEST_BOX = 24;
    private static final double ROOM_RIGHT = 0.02;

    static Layout of(ChartSpec spec, Lettering lettering, NumberText numbers) {
        return new Making(spec, lettering, numbers).layout();
    }

    /** {@return the same as data for others} */
    ChartGeometry geometry(ChartSpec spec) {
        Bars bars = columns.bars();
        List<ChartGeometry.Column> cells = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            cells.add(new ChartGeometry.Column(
                    bars.timeMillis(i),
                    bars.open(i),
                    bars.high(i),
                    bars.low(i),
                    bars.close(i),
                    bars.volume(i),
                    bars.lastCandle(i)));
        }
        List<ChartGeometry.PaneBox> boxes = panes.stream().map(Layout::box).toList();
        return new ChartGeometry(
                spec.size().width(), spec.size().height(), columns.firstX(), columns.stepX(), cells, boxes);
    }

    private static ChartGeometry.PaneBox box(PaneLayout pane) {
        List<ChartGeometry.Row> rows = pane.studies().stream()
                .flatMap(study -> study.rows().stream())
                .map(row -> new ChartGeometry.Row(
                        (row.label() + " " + row.name()).strip(), row.colour().toString(), row.values()))
                .toList();
        Rect plot = pane.plot();
        ValueRange range = pane.axis().range();
        return new ChartGeometry.PaneBox(
                pane.pane().id(),
                plot.x(),
                plot.y(),
                plot.width(),
                plot.height(),
                pane.axis().scale(),
                range.low(),
                range.high(),
                rows);
    }

    /** The steps to a layout. */
    private static final class Making {
        private final ChartSpec spec;
        private final Lettering lettering;
        private final NumberText numbers;
        private final double width;
        private final double height;

        Making(ChartSpec spec, Lettering lettering, NumberText numbers) {
            this.spec = spec;
            this.lettering = lettering;
            this.numbers = numbers;
            width = spec.size().width();
            height = spec.size().height();
        }

        Layout layout() {
            double line = lettering.height();
            double titleHeight = spec.text().title().isBlank() || height < 8 * line ? 0 : Math.ceil(line * 1.8);
            double timeHeight = height < 6 * line ? 0 : Math.ceil(line * 1.9);
            Bars bars = Bars.of(spec, (int) Math.max(1, width / NARROWEST));
            List<PaneRows> rows = spec.panes().stream()
                    .map(pane -> new PaneRows(spec, pane, bars))
                    .toList();
            List<PaneLayout> panes = panes(bars, rows, width, titleHeight, height - titleHeight - timeHeight);
            double axisWidth = axisWidth(panes);
            double plotWidth = width - axisWidth;
            Bars fitting = Bars.of(spec, (int) Math.max(1, plotWidth / NARROWEST));
            if (fitting.size() != bars.size()) {
                rows = spec.panes().stream()
                        .map(pane -> new PaneRows(spec, pane, fitting))
                        .toList();
            }
            panes = panes(fitting, rows, plotWidth, titleHeight, height - titleHeight - timeHeight);
            Columns columns = columns(fitting, plotWidth);
            List<Tick> times = timeHeight == 0 ? List.of() : times(columns, plotWidth);
            return new Layout(new Rect(0, 0, width, titleHeight), panes, columns, times, timeHeight);
        }

        /** Few columns stand at the right, as if more were to come from the left; some room is left for the next. */
        private Columns columns(Bars bars, double plotWidth) {
            double room = plotWidth * (1 - ROOM_RIGHT);
            double widest = bars.boxHeight() > 0 ? WIDEST_BOX : WIDEST;
            double step = Math.min(widest, room / Math.max(1, bars.size()));
            double first = room - step * (bars.size() - 0.5);
            return new Columns(bars, first, step);
        }

        private List<Tick> times(Columns columns, double plotWidth) {
            return new TimeAxis(spec.text())
                    .ticks(
                            columns.bars().size(),
                            columns.bars()::timeMillis,
                            columns::x,
                            lettering::boldWidth,
                            new ValueRange(2, plotWidth));
        }

        private List<PaneLayout> panes(Bars bars, List<PaneRows> rows, double plotWidth, double top, double room) {
            double shares = spec.panes().stream().mapToDouble(Pane::share).sum();
            List<PaneLayout> panes = new ArrayList<>();
            double before = 0;
            for (int i = 0; i < rows.size(); i++) {
                Pane pane = spec.panes().get(i);
                double upper = top + Math.rint(room * before / shares);
                before += pane.share();
                double lower = top + Math.rint(room * before / shares);
                double border = i == 0 ? 0 : 1;
                Rect plot = new Rect(0, upper + border, plotWidth, Math.max(1, lower - upper - border));
                panes.add(pane(pane, rows.get(i), bars, plot));
            }
            return panes;
        }

        private PaneLayout pane(Pane pane, PaneRows rows, Bars bars, Rect plot) {
            boolean isVolume = pane.layers().stream().anyMatch(each -> each instanceof Layer.Volume v && !v.overlay());
            ValueRange range = ValueRange.around(pane.scale(), rows.low(), rows.high());
            if (isVolume && rows.low() == 0) {
                range = new ValueRange(0, Math.max(range.high(), 1e-9));
            }
            double base = bars.size() == 0 ? Double.NaN : base(pane, rows, bars);
            PriceScale scale = pane.scale() == PriceScale.PERCENT && !(base > 0) ? PriceScale.LINEAR : pane.scale();
            ValueAxis axis = new ValueAxis(scale, range, base, plot.y(), plot.height());
            int decimals = isVolume || range.high() - range.low() > 1e6 ? -2 : decimals(pane, axis);
            double apart = lettering.height() * (plot.height() > 200 ? 3 : 2.2);
            List<Tick> ticks = axis.ticks(apart, numbers, pane.showsPrices() ? decimals : Math.min(decimals, -1));
            return new PaneLayout(pane, plot, axis, ticks, rows.studies(), decimals);
        }

        private double base(Pane pane, PaneRows rows, Bars bars) {
            if (pane.showsPrices() || rows.studies().isEmpty()) {
                return bars.close(0);
            }
            Values values = rows.studies().getFirst().rows().getFirst().values();
            for (int i = 0; i < values.size(); i++) {
                if (!Double.isNaN(values.at(i))) {
                    return values.at(i);
                }
            }
            return Double.NaN;
        }

        private int decimals(Pane pane, ValueAxis axis) {
            if (!pane.showsPrices()) {
                return NumberText.decimals(nice(axis.pixel()) / 10);
            }
            return spec.text().decimals() >= 0 ? spec.text().decimals() : Decimals.ofPrices(spec);
        }

        private static double nice(double pixel) {
            return Math.pow(10, Math.floor(Math.log10(Math.max(pixel, 1e-12))));
        }

        private double axisWidth(List<PaneLayout> panes) {
            double widest = 0;
            for (PaneLayout pane : panes) {
                for (Tick tick : pane.ticks()) {
                    widest = Math.max(widest, lettering.width(tick.label()));
                }
                for (StudyRows study : pane.studies()) {
                    for (Row row : study.rows()) {
                        widest = Math.max(widest, lettering.width(Tags.text(pane, row.last(), numbers)));
                    }
                }
                widest = Math.max(
                        widest,
                        lettering.width(Tags.text(pane, pane.axis().range().high(), numbers)));
            }
            double axis = Math.ceil(widest + 12);
            return axis > width / 3 ? 0 : axis;
        }
    }
}

package io.tradetracker.charts.render;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.charts.ChartSpec;
import io.tradetracker.charts.ChartType;
import io.tradetracker.charts.Colour;
import io.tradetracker.charts.Layer;
import io.tradetracker.charts.Pane;
import io.tradetracker.charts.Plot;
import io.tradetracker.charts.PriceScale;
import io.tradetracker.charts.Values;
import io.tradetracker.charts.candles.Bars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the rows of a pane's studies and of instruments that are compared, and finds which values it has to show. */
final class PaneRows {
    private final ChartSpec spec;
    private final Pane pane;
    private final Bars bars;
    private final List<StudyRows> studies = new ArrayList<>();
    private int colours;
    private double low = Double.NaN;
    private double high = Double.NaN;

    PaneRows(ChartSpec spec, Pane pane, Bars bars) {
        this.spec = spec;
        this.pane = pane;
        this.bars = bars;
        boolean isLine = spec.type() instanceof ChartType.Line || spec.type() instanceof ChartType.Area;
        colours = pane.showsPrices() && isLine ? 1 : 0;
        pane.layers().forEach(this::add);
    }

    List<StudyRows> studies() {
        return studies;
    }

    /** {@return the lowest value; NaN when there is none} */
    double low() {
        return low;
    }

    /** {@return the highest value; NaN when there is none} */
    double high() {
        return high;
    }

    private void add(Layer layer) {
        switch (layer) {
            case Layer.Prices prices -> addPrices();
            case Layer.Study study -> addStudy(study);
            case Layer.Volume volume -> addVolume(volume);
            case Layer.Comparison comparison -> addComparison(comparison);
            case Layer.Quote quote -> {
                show(quote.bid());
                show(quote.ask());
            }
            case Layer.Trades trades -> {}
            case Layer.Formations formations -> {}
        }
    }

    private void show(double value) {
        if (Double.isFinite(value)) {
            low = low <= value ? low : value;
            high = high >= value ? high : value;
        }
    }

    private void addPrices() {
        for (int i = 0; i < bars.size(); i++) {
            show(bars.low(i));
            show(bars.high(i));
        }
    }

    private void addVolume(Layer.Volume volume) {
        if (!volume.overlay()) {
            show(0);
            for (int i = 0; i < bars.size(); i++) {
                show(bars.volume(i));
            }
        }
    }

    private void addStudy(Layer.Study study) {
        List<Row> rows = new ArrayList<>();
        for (Plot plot : study.plots()) {
            boolean isBand = study.filled() && !rows.isEmpty();
            Colour next = isBand ? rows.getFirst().colour() : nextColour(plot.colour());
            Values values = Values.of(bars.of(plot.values()));
            rows.add(new Row(study.label(), study.plots().size() == 1 ? "" : plot.name(), plot.style(), next, values));
            showAll(rows.getLast());
        }
        study.levels().forEach(this::show);
        studies.add(new StudyRows(study.label(), rows, study.filled(), study.levels()));
    }

    private Colour nextColour(@Nullable Colour chosen) {
        return chosen == null ? spec.theme().data().line(colours++) : chosen;
    }

    private void showAll(Row row) {
        if (row.style() == Plot.Style.MARK) {
            return;
        }
        if (row.isColumn()) {
            show(0);
        }
        for (int i = 0; i < row.values().size(); i++) {
            show(row.values().at(i));
        }
    }

    /** Joined by time: each column has the last close that the other had when the column's last candle opened. */
    private void addComparison(Layer.Comparison comparison) {
        CandleSeries other = comparison.other();
        double[] values = new double[bars.size()];
        Arrays.fill(values, Double.NaN);
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            long now = spec.candles().timeMillis(bars.lastCandle(i));
            while (at < other.size() && other.timeMillis(at) <= now) {
                at++;
            }
            values[i] = at == 0 ? Double.NaN : other.close(at - 1);
        }
        rebase(values);
        Row row = new Row(comparison.label(), "", Plot.Style.LINE, nextColour(comparison.colour()), Values.of(values));
        showAll(row);
        studies.add(new StudyRows(comparison.label(), List.of(row), false, List.of()));
    }

    private void rebase(double[] values) {
        int first = 0;
        while (first < values.length && Double.isNaN(values[first])) {
            first++;
        }
        if (first == values.length || values[first] == 0) {
            Arrays.fill(values, Double.NaN);
            return;
        }
        boolean percent = pane.scale() == PriceScale.PERCENT;
        double factor = (percent ? bars.close(0) : bars.close(first)) / values[first];
        for (int i = first; i < values.length; i++) {
            values[i] *= factor;
        }
    }
}

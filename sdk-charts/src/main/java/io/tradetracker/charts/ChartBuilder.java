package io.tradetracker.charts;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.Indicators;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.indicators.IndicatorTrack;
import io.tradetracker.indicators.chartpattern.ChartPattern;
import io.tradetracker.indicators.chartpattern.ChartPatternScan;
import io.tradetracker.indicators.chartpattern.Formation;
import io.tradetracker.indicators.chartpattern.PivotRule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Collects what a chart shows. Indicators are computed from the whole series when {@link #build()} is called; the chart
 * keeps only the candles in view and some before them. Not safe for use by several threads.
 */
public final class ChartBuilder {
    /** How many candles before those in view a chart keeps, for prices that are made of the ones before. */
    static final int LEAD = 512;

    private final CandleSeries series;
    private final Map<String, List<IntFunction<Layer>>> layers = new LinkedHashMap<>();
    private final Map<String, List<Drawing>> drawings = new LinkedHashMap<>();
    private final Map<String, PriceScale> scales = new LinkedHashMap<>();
    private final Map<String, Double> shares = new LinkedHashMap<>();
    private ChartSpec.View view;
    private ChartType type = new ChartType.Candlestick();
    private ChartText text = ChartText.PLAIN;
    private Theme theme = Theme.LIGHT;
    private ChartSize size = ChartSize.DESKTOP;

    ChartBuilder(CandleSeries series) {
        this.series = series;
        view = new ChartSpec.View(0, series.size());
        add(Pane.PRICE, from -> new Layer.Prices());
    }

    /** Shows the last candles, or all where there are fewer. */
    public ChartBuilder last(int candles) {
        if (candles < 1) {
            throw new ChartException("a chart must show at least 1 candle, not " + candles);
        }
        view = new ChartSpec.View(Math.max(0, series.size() - candles), series.size());
        return this;
    }

    /** Shows the candles that opened from the first moment on, up to and not at the second. */
    public ChartBuilder between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw new ChartException("a chart cannot show from " + from + " to " + to + ", which is before");
        }
        view = new ChartSpec.View(firstAt(from), firstAt(to));
        return this;
    }

    /** Chooses how prices are drawn; candlesticks unless chosen. */
    public ChartBuilder type(ChartType newType) {
        type = newType;
        return this;
    }

    /** Chooses how prices become heights; linear unless chosen. */
    public ChartBuilder scale(PriceScale scale) {
        return scale(Pane.PRICE, scale);
    }

    /** Chooses how the values of a pane become heights; linear unless chosen. */
    public ChartBuilder scale(String pane, PriceScale scale) {
        scales.put(pane, scale);
        return this;
    }

    /** Chooses how high a pane is relative to the others: prices have 3 and every other pane 1 unless chosen. */
    public ChartBuilder share(String pane, double share) {
        shares.put(pane, share);
        return this;
    }

    /** Writes a title over the chart. */
    public ChartBuilder title(String title) {
        text = new ChartText(title, text.locale(), text.zone(), text.decimals());
        return this;
    }

    /** Chooses the language of names and the digits of numbers; English unless chosen. */
    public ChartBuilder locale(Locale locale) {
        text = new ChartText(text.title(), locale, text.zone(), text.decimals());
        return this;
    }

    /** Chooses in which zone times are told and days begin; UTC unless chosen. */
    public ChartBuilder zone(ZoneId zone) {
        text = new ChartText(text.title(), text.locale(), zone, text.decimals());
        return this;
    }

    /** Chooses how many decimals prices have, 0 to 12; chosen by their size unless told. */
    public ChartBuilder decimals(int decimals) {
        text = new ChartText(text.title(), text.locale(), text.zone(), decimals);
        return this;
    }

    /** Chooses colours and font; {@link Theme#LIGHT} unless chosen. */
    public ChartBuilder theme(Theme newTheme) {
        theme = newTheme;
        return this;
    }

    /** Chooses the size of the picture; {@link ChartSize#DESKTOP} unless chosen. */
    public ChartBuilder size(ChartSize newSize) {
        size = newSize;
        return this;
    }

    /**
     * Draws an indicator of the catalogue: over the prices, or in a pane of its own, as is usual for it.
     *
     * @param request such as {@code "sma(20)"}, {@code "bollinger(20,2)"} or {@code "rsi"}
     * @throws ChartException when there is no such indicator or it takes no such parameters
     */
    public ChartBuilder indicator(String request) {
        IndicatorRequest parsed = IndicatorRequest.parse(request);
        return indicator(IndicatorStudy.isOnPrice(parsed) ? Pane.PRICE : free(parsed.id()), parsed);
    }

    /** Draws an indicator of the catalogue in this pane, made when there is none of that id. */
    public ChartBuilder indicator(String pane, String request) {
        return indicator(pane, IndicatorRequest.parse(request));
    }

    private ChartBuilder indicator(String pane, IndicatorRequest request) {
        return add(pane, from -> new IndicatorStudy(series, from).of(request));
    }

    /**
     * Draws indicators that are declared as a strategy declares its own, also own calculations, in one row each.
     *
     * @param pane its id, made when there is none
     * @param label for the legend
     * @param declared given where to declare, gives what is drawn
     */
    public ChartBuilder study(String pane, String label, Function<Indicators, List<Indicator>> declared) {
        return add(pane, from -> declaredStudy(label, declared, from));
    }

    /**
     * Draws rows of values.
     *
     * @param pane its id, made when there is none
     * @param study values for each candle of the series
     */
    public ChartBuilder study(String pane, Layer.Study study) {
        return add(pane, from -> cut(study, from));
    }

    /** Draws the volume in the lowest fifth of the prices. */
    public ChartBuilder volume() {
        return add(Pane.PRICE, from -> new Layer.Volume(true));
    }

    /** Draws the volume in a pane of its own, called {@code "volume"}. */
    public ChartBuilder volumePane() {
        return add("volume", from -> new Layer.Volume(false));
    }

    /** Draws another instrument over the prices, joined by time. */
    public ChartBuilder compare(CandleSeries other) {
        return compare(other.instrument().id().toString(), other);
    }

    /** Draws another instrument over the prices, joined by time, under this name. */
    public ChartBuilder compare(String label, CandleSeries other) {
        return add(Pane.PRICE, from -> new Layer.Comparison(label, other, null));
    }

    /** Draws positions. */
    public ChartBuilder trades(List<TradeMark> marks) {
        return add(Pane.PRICE, from -> new Layer.Trades(marks));
    }

    /** Draws patterns that were found in this series. */
    public ChartBuilder formations(List<Formation> found) {
        return add(Pane.PRICE, from -> new Layer.Formations(found));
    }

    /**
     * Finds and draws patterns that became known within the view.
     *
     * @param ids of {@link ChartPattern}, such as {@code "double_top"}; {@code "all"} for all of them
     * @throws ChartException when there is no such pattern
     */
    public ChartBuilder patterns(List<String> ids) {
        Set<ChartPattern> wanted = EnumSet.noneOf(ChartPattern.class);
        for (String id : ids) {
            if (id.equals("all")) {
                wanted.addAll(EnumSet.allOf(ChartPattern.class));
            } else {
                wanted.add(ChartPattern.find(id)
                        .orElseThrow(() -> new ChartException("there is no chart pattern '" + id
                                + "'; `tradetracker patterns list` and ChartPattern.values() show them all")));
            }
        }
        return add(Pane.PRICE, from -> new Layer.Formations(found(wanted)));
    }

    private List<Formation> found(Set<ChartPattern> wanted) {
        ChartPatternScan scan = new ChartPatternScan(wanted, PivotRule.usual());
        List<Formation> all = new ArrayList<>();
        for (int i = 0; i < view.to(); i++) {
            List<Formation> known = scan.onCandle(series.timeMillis(i), series.high(i), series.low(i), series.close(i));
            if (i >= view.from()) {
                all.addAll(known);
            }
        }
        return all;
    }

    /** Draws the prices at which one can sell and buy now. */
    public ChartBuilder quote(double bid, double ask) {
        return add(Pane.PRICE, from -> new Layer.Quote(bid, ask));
    }

    /** Draws over the prices. */
    public ChartBuilder draw(Drawing... more) {
        return draw(Pane.PRICE, more);
    }

    /** Draws over a pane. */
    public ChartBuilder draw(String pane, Drawing... more) {
        drawings.computeIfAbsent(pane, id -> new ArrayList<>()).addAll(List.of(more));
        return this;
    }

    /**
     * {@return the chart}
     *
     * @throws ChartException when something does not fit together, such as a drawing on a pane that is not there
     */
    public ChartSpec build() {
        requirePanes(drawings, "a drawing");
        requirePanes(scales, "a scale");
        requirePanes(shares, "a share");
        int from = Math.max(0, view.from() - LEAD);
        List<Pane> panes = new ArrayList<>();
        layers.forEach((id, made) -> panes.add(new Pane(
                id,
                shares.getOrDefault(id, id.equals(Pane.PRICE) ? 3.0 : 1.0),
                scales.getOrDefault(id, PriceScale.LINEAR),
                made.stream().map(each -> each.apply(from)).toList(),
                drawings.getOrDefault(id, List.of()))));
        CandleSeries kept = series.slice(from, view.to());
        ChartSpec.View shown = new ChartSpec.View(view.from() - from, view.to() - from);
        return new ChartSpec(kept, shown, type, cutEnd(panes, kept.size()), text, theme, size);
    }

    private ChartBuilder add(String pane, IntFunction<Layer> layer) {
        layers.computeIfAbsent(pane, id -> new ArrayList<>()).add(layer);
        return this;
    }

    private String free(String id) {
        String free = id;
        for (int i = 2; layers.containsKey(free); i++) {
            free = id + i;
        }
        return free;
    }

    private int firstAt(Instant moment) {
        int low = 0;
        int high = series.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (series.timeMillis(middle) < moment.toEpochMilli()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Layer declaredStudy(String label, Function<Indicators, List<Indicator>> declared, int from) {
        IndicatorTrack track = new IndicatorTrack(series.timeframe());
        List<Indicator> rows = declared.apply(track.indicators());
        track.seal();
        track.useSeries(series);
        double[][] columns = new double[rows.size()][series.size() - from];
        for (int i = 0; i < series.size(); i++) {
            track.advance();
            for (int k = 0; i >= from && k < rows.size(); k++) {
                columns[k][i - from] = rows.get(k).value();
            }
        }
        List<Plot> plots = new ArrayList<>();
        for (double[] column : columns) {
            plots.add(new Plot(rows.get(plots.size()).name(), Values.of(column), Plot.Style.LINE, null));
        }
        return new Layer.Study(label, plots, false, List.of());
    }

    private Layer cut(Layer.Study study, int from) {
        List<Plot> plots =
                study.plots().stream().map(plot -> cut(study, plot, from)).toList();
        return new Layer.Study(study.label(), plots, study.filled(), study.levels());
    }

    private Plot cut(Layer.Study study, Plot plot, int from) {
        if (plot.values().size() != series.size()) {
            throw new ChartException("'" + plot.name() + "' of '" + study.label() + "' must have a value for each of "
                    + "the " + series.size() + " candles, but has "
                    + plot.values().size());
        }
        return new Plot(plot.name(), plot.values().slice(from, series.size()), plot.style(), plot.colour());
    }

    private List<Pane> cutEnd(List<Pane> panes, int kept) {
        return panes.stream()
                .map(pane -> new Pane(
                        pane.id(),
                        pane.share(),
                        pane.scale(),
                        pane.layers().stream().map(layer -> cutEnd(layer, kept)).toList(),
                        pane.drawings()))
                .toList();
    }

    private static Layer cutEnd(Layer layer, int kept) {
        if (!(layer instanceof Layer.Study study)) {
            return layer;
        }
        List<Plot> plots = study.plots().stream()
                .map(plot -> new Plot(plot.name(), plot.values().slice(0, kept), plot.style(), plot.colour()))
                .toList();
        return new Layer.Study(study.label(), plots, study.filled(), study.levels());
    }

    private void requirePanes(Map<String, ?> wanted, String what) {
        for (String id : wanted.keySet()) {
            if (!layers.containsKey(id)) {
                throw new ChartException(
                        what + " is for pane '" + id + "', but the chart has " + String.join(", ", layers.keySet()));
            }
        }
    }
}

package io.tradetracker.charts;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.indicators.IndicatorPane;
import io.tradetracker.indicators.IndicatorSpec;
import io.tradetracker.indicators.IndicatorSpec.Style;
import io.tradetracker.indicators.IndicatorTrack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Indicators of the catalogue as studies, with the styles and levels that are usual for them. */
final class IndicatorStudy {
    private static final Map<String, List<Double>> LEVELS = Map.ofEntries(
            Map.entry("rsi", List.of(30.0, 70.0)),
            Map.entry("mfi", List.of(20.0, 80.0)),
            Map.entry("stochastic", List.of(20.0, 80.0)),
            Map.entry("stochastic_rsi", List.of(20.0, 80.0)),
            Map.entry("williams_r", List.of(-80.0, -20.0)),
            Map.entry("cci", List.of(-100.0, 100.0)),
            Map.entry("cmo", List.of(-50.0, 50.0)),
            Map.entry("ultimate", List.of(30.0, 70.0)));

    private final CandleSeries series;
    private final int from;

    /**
     * @param series what indicators are computed from, from its first candle on
     * @param from the first candle whose values are kept
     */
    IndicatorStudy(CandleSeries series, int from) {
        this.series = series;
        this.from = from;
    }

    /** {@return whether it is drawn over the prices} */
    static boolean isOnPrice(IndicatorRequest request) {
        return request.spec().pane() == IndicatorPane.PRICE;
    }

    Layer.Study of(IndicatorRequest request) {
        IndicatorSpec spec = request.spec();
        List<IndicatorSpec.Output> shown = spec.outputs().stream()
                .filter(each -> each.style() != Style.HIDDEN)
                .toList();
        if (shown.isEmpty()) {
            throw new ChartException("indicator " + spec.id() + " only tells a state, there is nothing to draw; "
                    + "for Heikin-Ashi candles choose the chart's type");
        }
        List<Plot> plots = new ArrayList<>();
        for (Values values : columns(request, shown)) {
            IndicatorSpec.Output output = shown.get(plots.size());
            plots.add(new Plot(output.name(), values, style(spec, output), null));
        }
        boolean bands = shown.size() > 1
                && shown.getFirst().name().equals("upper")
                && shown.getLast().name().equals("lower");
        return new Layer.Study(request.label(), plots, bands, LEVELS.getOrDefault(spec.id(), List.of()));
    }

    private List<Values> columns(IndicatorRequest request, List<IndicatorSpec.Output> shown) {
        IndicatorTrack track = new IndicatorTrack(series.timeframe());
        Map<String, Indicator> outputs = declare(track, request);
        track.seal();
        track.useSeries(series);
        double[][] columns = new double[shown.size()][series.size() - from];
        Indicator[] read = shown.stream().map(each -> outputs.get(each.name())).toArray(Indicator[]::new);
        for (int i = 0; i < series.size(); i++) {
            track.advance();
            for (int k = 0; i >= from && k < read.length; k++) {
                columns[k][i - from] = read[k].value();
            }
        }
        return Arrays.stream(columns).map(Values::of).toList();
    }

    private static Map<String, Indicator> declare(IndicatorTrack track, IndicatorRequest request) {
        try {
            return track.indicators().named(request.id(), request.parameters());
        } catch (IllegalArgumentException e) {
            throw new ChartException("indicator " + request.id() + ": " + e.getMessage(), e);
        }
    }

    private static Plot.Style style(IndicatorSpec spec, IndicatorSpec.Output output) {
        boolean middle = output.name().equals("middle");
        return switch (output.style()) {
            case LINE -> middle ? Plot.Style.DASHED : Plot.Style.LINE;
            case COLUMN -> Plot.Style.SIGNED_COLUMN;
            case STEP -> Plot.Style.STEP;
            case DOT -> Plot.Style.DOT;
            case MARK -> Plot.Style.MARK;
            case HIDDEN -> throw new IllegalStateException(spec.id() + " hides " + output.name());
        };
    }
}

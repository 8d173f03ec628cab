package io.tradetracker.indicators;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.Indicators;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Feeds candles to indicators as an engine does, and keeps every value. */
final class Recording {
    private Recording() {}

    /** {@return the value at each candle} */
    static double[] of(CandleSeries series, Function<Indicators, Indicator> declaration) {
        return ofAll(series, in -> List.of(declaration.apply(in))).getFirst();
    }

    /** {@return for each indicator its value at each candle} */
    static List<double[]> ofAll(CandleSeries series, Function<Indicators, List<Indicator>> declaration) {
        CandleWindow window = new CandleWindow(series.timeframe());
        IndicatorPipeline pipeline = new IndicatorPipeline(window);
        List<Indicator> indicators = declaration.apply(pipeline);
        pipeline.seal();
        List<double[]> values = new ArrayList<>();
        indicators.forEach(each -> values.add(new double[series.size()]));
        for (int i = 0; i < series.size(); i++) {
            window.push(
                    series.timeMillis(i),
                    series.open(i),
                    series.high(i),
                    series.low(i),
                    series.close(i),
                    series.volume(i));
            pipeline.update();
            for (int k = 0; k < values.size(); k++) {
                values.get(k)[i] = indicators.get(k).value();
            }
        }
        return values;
    }

    /** {@return the value at each candle of an indicator of these closes, which may be NaN} */
    static double[] ofCloses(double[] closes, Function<Indicators, Indicator> declaration) {
        CandleWindow window = new CandleWindow(Timeframe.M1);
        IndicatorPipeline pipeline = new IndicatorPipeline(window);
        Indicator indicator = declaration.apply(pipeline);
        pipeline.seal();
        double[] values = new double[closes.length];
        for (int i = 0; i < closes.length; i++) {
            window.push(i * 60_000L, closes[i], closes[i], closes[i], closes[i], 0);
            pipeline.update();
            values[i] = indicator.value();
        }
        return values;
    }
}

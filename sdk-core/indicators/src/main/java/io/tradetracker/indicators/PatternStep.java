package io.tradetracker.indicators;

import io.tradetracker.indicators.candlestick.CandlestickPattern;
import io.tradetracker.indicators.candlestick.CandlestickScan;
import java.util.Set;

/** A candlestick pattern: its signal, its strength, and the trend before it. */
final class PatternStep extends Step {
    private final CandleWindow candles;
    private final CandlestickPattern pattern;
    private final CandlestickScan scan;
    private final Handle signal;
    private final Handle strength;
    private final Handle trend;
    private int missing;

    PatternStep(String key, CandleWindow candles, CandlestickPattern pattern) {
        super(new Handle(key + ".signal"), new Handle(key + ".strength"), new Handle(key + ".trend"));
        this.candles = candles;
        this.pattern = pattern;
        scan = new CandlestickScan(Set.of(pattern));
        missing = pattern.lookback();
        signal = handle(0);
        strength = handle(1);
        trend = handle(2);
    }

    @Override
    void update() {
        scan.update(
                candles.openCell.current, candles.highCell.current, candles.lowCell.current, candles.closeCell.current);
        if (missing > 0) {
            missing--;
            publish(Double.NaN, Double.NaN, Double.NaN);
        } else {
            publish(scan.signal(pattern), scan.strength(pattern), scan.trend(pattern));
        }
    }

    private void publish(double theSignal, double theStrength, double theTrend) {
        signal.publish(theSignal);
        strength.publish(theStrength);
        trend.publish(theTrend);
    }
}

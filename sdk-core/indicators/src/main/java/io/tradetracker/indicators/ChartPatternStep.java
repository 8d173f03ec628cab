package io.tradetracker.indicators;

import io.tradetracker.indicators.chartpattern.ChartPattern;
import io.tradetracker.indicators.chartpattern.ChartPatternScan;
import io.tradetracker.indicators.chartpattern.Formation;
import io.tradetracker.indicators.chartpattern.PivotRule;
import java.util.List;
import java.util.Set;

/**
 * A chart pattern: whether it became known with this candle, how well it fits, and the prices that matter of the
 * newest; 0 before the first, and where there is no such price.
 */
final class ChartPatternStep extends Step {
    private final CandleWindow candles;
    private final ChartPatternScan scan;
    private long number;
    private double confirmation;
    private double invalidation;
    private double target;

    ChartPatternStep(String key, CandleWindow candles, ChartPattern pattern) {
        super(
                new Handle(key + ".signal"),
                new Handle(key + ".confidence"),
                new Handle(key + ".confirmation"),
                new Handle(key + ".invalidation"),
                new Handle(key + ".target"));
        this.candles = candles;
        scan = new ChartPatternScan(Set.of(pattern), PivotRule.usual());
    }

    @Override
    void update() {
        List<Formation> found =
                scan.onCandle(number++, candles.highCell.current, candles.lowCell.current, candles.closeCell.current);
        if (found.isEmpty()) {
            handle(0).publish(0);
            handle(1).publish(0);
        } else {
            Formation newest = found.getLast();
            handle(0).publish(newest.direction() < 0 ? -100 : 100);
            handle(1).publish(newest.confidence());
            confirmation = orNone(newest.confirmation());
            invalidation = orNone(newest.invalidation());
            target = orNone(newest.target());
        }
        handle(2).publish(confirmation);
        handle(3).publish(invalidation);
        handle(4).publish(target);
    }

    private static double orNone(double price) {
        return Double.isNaN(price) ? 0 : price;
    }
}

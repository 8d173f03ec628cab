package io.tradetracker.indicators;

import java.util.Arrays;

/** Levels from the high, low and last close of the last UTC day that had candles and is over. */
final class PivotStep extends Step {
    private final CandleWindow candles;
    private final PivotMethod method;
    private final double[] levels = new double[7];
    private long day = Long.MIN_VALUE;
    private double high;
    private double low;
    private double close;

    PivotStep(String key, CandleWindow candles, PivotMethod method) {
        super(
                new Handle(key + ".pivot"),
                new Handle(key + ".r1"),
                new Handle(key + ".r2"),
                new Handle(key + ".r3"),
                new Handle(key + ".s1"),
                new Handle(key + ".s2"),
                new Handle(key + ".s3"));
        this.candles = candles;
        this.method = method;
        Arrays.fill(levels, Double.NaN);
    }

    @Override
    void update() {
        long today = Days.of(candles.timeMillis(0));
        if (today != day) {
            if (day != Long.MIN_VALUE) {
                method.levels(high, low, close, levels);
            }
            day = today;
            high = candles.highCell.current;
            low = candles.lowCell.current;
        } else {
            high = Math.max(high, candles.highCell.current);
            low = Math.min(low, candles.lowCell.current);
        }
        close = candles.closeCell.current;
        for (int i = 0; i < levels.length; i++) {
            handle(i).publish(levels[i]);
        }
    }
}

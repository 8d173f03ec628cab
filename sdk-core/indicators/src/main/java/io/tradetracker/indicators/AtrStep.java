package io.tradetracker.indicators;

import io.tradetracker.api.market.CandleSeries;

/**
 * The average true range. True ranges begin with the second candle, the first that has a close before it.
 *
 * <p>Source: Wilder, New Concepts in Technical Trading Systems; first value as in TA-Lib.
 */
final class AtrStep extends Step {
    private final CandleWindow candles;
    private final TrueRange range = new TrueRange();
    private final WilderMean mean;
    private final Handle out;

    AtrStep(String key, CandleWindow candles, int period) {
        super(new Handle(key));
        this.candles = candles;
        mean = new WilderMean(period);
        out = handle(0);
    }

    @Override
    void update() {
        out.publish(mean.next(range.next(candles)));
    }

    @Override
    boolean fillsAtOnce(ColumnSource from) {
        return true;
    }

    @Override
    Cell input() {
        return candles.closeCell;
    }

    @Override
    void fill(ColumnSource from, int start, int end) {
        CandleSeries series = from.series;
        double[] to = out.column();
        double before = range.closeBefore();
        double now = mean.mean();
        boolean seeded = mean.isSeeded();
        int candle = from.candleAt(start);
        for (int i = start; i < end; i++) {
            double trueRange = TrueRange.of(series.high(candle), series.low(candle), before);
            before = series.close(candle++);
            if (seeded) {
                now = mean.moved(now, trueRange);
                to[i] = now;
            } else {
                to[i] = mean.next(trueRange);
                now = mean.mean();
                seeded = mean.isSeeded();
            }
        }
        range.closeBefore(before);
        mean.mean(now);
    }
}

package io.tradetracker.samples.benchmarks;

import io.tradetracker.api.market.CandleSeries;
import java.util.List;

/** The fused loop and, by hand, what a report needs: written for one position of one unit and nothing else. */
final class FiguresLane implements Lane.Runner {
    private static final double CASH = 10_000;
    private static final long DAY_MILLIS = 86_400_000;

    private final CandleSeries candles;
    private final FusedLane loop;

    FiguresLane(CandleSeries candles) {
        this.candles = candles;
        loop = new FusedLane(candles);
    }

    @Override
    public Lane.Outcome run(TradingRules rules) {
        FusedBook book = loop.run(rules);
        double[] equity = equity(book);
        return new Figures(book, equity, falls(equity), dailyReturns(equity), excursions(book));
    }

    private double[] equity(FusedBook book) {
        double[] equity = new double[candles.size()];
        double cash = CASH;
        int next = 0;
        for (int i = 0; i < equity.length; i++) {
            if (next < book.fills() && book.fill(next) == i) {
                cash += (next & 1) == 0 ? -candles.open(i) : candles.open(i);
                next++;
            }
            equity[i] = (next & 1) == 0 ? cash : cash + candles.close(i);
        }
        return equity;
    }

    /** {@return the deepest fall and the root of the mean square of all} */
    private static double[] falls(double[] equity) {
        double peak = CASH;
        double deepest = 0;
        double squares = 0;
        for (double now : equity) {
            peak = now > peak ? now : peak;
            double depth = (peak - now) / peak;
            deepest = depth > deepest ? depth : deepest;
            squares += depth * depth;
        }
        return new double[] {deepest, Math.sqrt(squares / equity.length)};
    }

    /** {@return mean and mean square} */
    private double[] dailyReturns(double[] equity) {
        double sum = 0;
        double squares = 0;
        int days = 0;
        double before = CASH;
        for (int i = 1; i <= equity.length; i++) {
            if (i == equity.length || candles.timeMillis(i) / DAY_MILLIS != candles.timeMillis(i - 1) / DAY_MILLIS) {
                double gain = equity[i - 1] / before - 1;
                before = equity[i - 1];
                sum += gain;
                squares += gain * gain;
                days++;
            }
        }
        return new double[] {sum / days, squares / days};
    }

    /** {@return sums of how far prices went against and for each position} */
    private double[] excursions(FusedBook book) {
        double against = 0;
        double with = 0;
        for (int k = 0; k + 1 < book.fills(); k += 2) {
            double entry = candles.open(book.fill(k));
            double low = candles.open(book.fill(k + 1));
            double high = low;
            for (int i = book.fill(k); i < book.fill(k + 1); i++) {
                low = candles.low(i) < low ? candles.low(i) : low;
                high = candles.high(i) > high ? candles.high(i) : high;
            }
            against += (low - entry) / entry;
            with += (high - entry) / entry;
        }
        return new double[] {against, with};
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
    private record Figures(FusedBook book, double[] equity, double[] falls, double[] dailyReturns, double[] excursions)
            implements Lane.Outcome {
        @Override
        public List<RoundTripKey> roundTrips() {
            return book.roundTrips();
        }
    }
}

package io.tradetracker.samples.benchmarks;

import static io.tradetracker.samples.benchmarks.TradingRules.FIRST_DECISION;

import io.tradetracker.api.market.CandleSeries;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The rules as a loop each, written for nothing else. */
final class FusedLane implements Lane.Runner {
    private final CandleSeries candles;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;

    FusedLane(CandleSeries candles) {
        this.candles = candles;
        open = column(candles::open);
        high = column(candles::high);
        low = column(candles::low);
        close = column(candles::close);
    }

    private double[] column(IntToDoubleFunction price) {
        return IntStream.range(0, candles.size()).mapToDouble(price).toArray();
    }

    @Override
    public FusedBook run(TradingRules rules) {
        FusedBook book = new FusedBook(candles, open);
        switch (rules) {
            case SMA_CROSS -> smaCross(book);
            case RSI_REVERSION -> rsiReversion(book);
            case MACD_STOP -> macdStop(book);
        }
        return book;
    }

    private void smaCross(FusedBook book) {
        double fastSum = 0;
        double slowSum = 0;
        double before = Double.NaN;
        for (int i = 0; i < close.length; i++) {
            fastSum += close[i] - (i >= 10 ? close[i - 10] : 0);
            slowSum += close[i] - (i >= 30 ? close[i - 30] : 0);
            // 30 times the difference of the means: exact on the grid
            double difference = 3 * fastSum - slowSum;
            if (i >= FIRST_DECISION && crossed(book, before, difference)) {
                book.fillAfter(i);
            }
            before = difference;
        }
    }

    private void rsiReversion(FusedBook book) {
        double gains = 0;
        double losses = 0;
        for (int i = 1; i < close.length; i++) {
            double change = close[i] - close[i - 1];
            gains += (Math.max(change, 0) - gains) / 14;
            losses += (Math.max(-change, 0) - losses) / 14;
            if (i >= FIRST_DECISION) {
                double rsi = 100 * gains / (gains + losses);
                if (book.isFlat() ? rsi < 30 : rsi > 70) {
                    book.fillAfter(i);
                }
            }
        }
    }

    private void macdStop(FusedBook book) {
        double fast = close[0];
        double slow = close[0];
        double signal = 0;
        double range = 0;
        double before = Double.NaN;
        for (int i = 1; i < close.length; i++) {
            fast += (close[i] - fast) * (2 / 13.0);
            slow += (close[i] - slow) * (2 / 27.0);
            signal += (fast - slow - signal) * (2 / 10.0);
            range += (Math.max(high[i], close[i - 1]) - Math.min(low[i], close[i - 1]) - range) / 14;
            double difference = fast - slow - signal;
            if (i >= FIRST_DECISION && (crossed(book, before, difference) || isStopped(book, close[i], range))) {
                book.fillAfter(i);
            }
            before = difference;
        }
    }

    private static boolean isStopped(FusedBook book, double close, double range) {
        return !book.isFlat() && close < book.entryPrice() - 2 * range;
    }

    private static boolean crossed(FusedBook book, double before, double now) {
        return book.isFlat() ? before <= 0 && now > 0 : before >= 0 && now < 0;
    }
}

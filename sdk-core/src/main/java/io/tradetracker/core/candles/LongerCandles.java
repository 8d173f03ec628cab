package io.tradetracker.core.candles;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;

/**
 * Makes longer candles of stored shorter ones. A store knows where nothing traded, so a longer candle is made only
 * where all of its time is known, and is never a part that passes for the whole.
 */
public final class LongerCandles {
    private final CandleSeries shorter;
    private final CandleSeries.Builder longer;
    private final Timeframe timeframe;

    private LongerCandles(CandleSeries shorter, Timeframe timeframe) {
        this.shorter = shorter;
        this.timeframe = timeframe;
        longer = CandleSeries.builder(shorter.instrument(), timeframe);
    }

    /**
     * {@return candles of a longer timeframe whose open time is in a range}
     *
     * @param key of the shorter candles in the store
     * @param timeframe a multiple of that of the key
     * @param from first open time, inclusive
     * @param to last open time, exclusive
     * @throws IllegalArgumentException when the timeframe is no multiple, or no candle of it opens in the range
     * @throws io.tradetracker.api.error.TradeTrackerException as {@link CandleStore#read}, of the whole time of the
     *     longer candles
     */
    public static CandleSeries read(CandleStore store, CandleKey key, Timeframe timeframe, Instant from, Instant to) {
        if (!timeframe.isMultipleOf(key.timeframe())) {
            throw new IllegalArgumentException(
                    timeframe + " candles cannot be made of " + key.timeframe() + " ones; take a multiple");
        }
        TimeRange whole = new TimeRange(from, to)
                .opens(timeframe)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no " + timeframe + " candle opens from " + from + " to " + to + "; ask for a longer time"));
        return new LongerCandles(store.read(key, whole.from(), whole.to()), timeframe).make();
    }

    private CandleSeries make() {
        int first = 0;
        while (first < shorter.size()) {
            long opened = timeframe.openOf(shorter.timeMillis(first));
            int next = first + 1;
            while (next < shorter.size() && shorter.timeMillis(next) < opened + timeframe.millis()) {
                next++;
            }
            add(opened, first, next);
            first = next;
        }
        return longer.build();
    }

    private void add(long opened, int from, int to) {
        double high = shorter.high(from);
        double low = shorter.low(from);
        double volume = 0;
        for (int i = from; i < to; i++) {
            high = Math.max(high, shorter.high(i));
            low = Math.min(low, shorter.low(i));
            volume += shorter.volume(i);
        }
        longer.add(opened, shorter.open(from), high, low, shorter.close(to - 1), volume);
    }
}

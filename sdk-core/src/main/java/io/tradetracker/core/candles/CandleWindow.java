package io.tradetracker.core.candles;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Candles with the range that they are all candles of: something that can be written. For those who make a store.
 * Immutable.
 *
 * @param range begins and ends with an open time
 * @param candles with open times in the range
 */
public record CandleWindow(TimeRange range, CandleSeries candles) {
    /**
     * {@return what is to be written, checked; empty when no candle opens in the range}
     *
     * @throws TradeTrackerException WRONG_CANDLES
     */
    public static Optional<CandleWindow> of(CandleKey key, TimeRange range, CandleSeries candles) {
        require(
                candles.instrument().id().equals(key.instrument())
                        && candles.timeframe().equals(key.timeframe()),
                key,
                "they are " + candles.instrument().id() + " " + candles.timeframe());
        require(
                candles.size() <= CandleStore.LARGEST_WINDOW,
                key,
                "there are " + candles.size() + ", more than " + CandleStore.LARGEST_WINDOW
                        + "; write them in several windows");
        Optional<TimeRange> opens = range.opens(key.timeframe());
        for (int i = 0; i < candles.size(); i++) {
            requireInside(key, range, candles.time(i));
        }
        return opens.map(whole -> new CandleWindow(whole, candles));
    }

    private static void requireInside(CandleKey key, TimeRange range, Instant time) {
        Timeframe timeframe = key.timeframe();
        if (!range.contains(time)) {
            throw wrong(key, "the one at " + time + " is not in the range " + range);
        }
        if (!timeframe.openOf(time).equals(time)) {
            throw wrong(
                    key,
                    "time " + time + " is no open time of a " + timeframe + " candle, the one it falls into opens at "
                            + timeframe.openOf(time));
        }
    }

    /**
     * Sees that nothing else is known.
     *
     * @param key of both
     * @param known a part of the range, with what is known of it
     * @throws TradeTrackerException DIFFERENT_CANDLE, naming the first time of which something else is known
     */
    public void requireSame(CandleKey key, CandleWindow known) {
        int mine = firstAtOrAfter(candles, known.range.from());
        int theirs = 0;
        while (true) {
            Candle given = candleIn(known.range, candles, mine);
            Candle kept = candleIn(known.range, known.candles, theirs);
            if (given == null && kept == null) {
                return;
            }
            if (given == null || kept == null || !isSame(given, kept)) {
                throw different(key, given, kept);
            }
            mine++;
            theirs++;
        }
    }

    private static @Nullable Candle candleIn(TimeRange range, CandleSeries candles, int i) {
        return i < candles.size() && range.contains(candles.time(i)) ? candles.candle(i) : null;
    }

    /** To the bit: 0.0 and -0.0 are not the same. */
    private static boolean isSame(Candle one, Candle other) {
        return one.equals(other);
    }

    private static int firstAtOrAfter(CandleSeries candles, Instant moment) {
        long millis = moment.toEpochMilli();
        int low = 0;
        int high = candles.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (candles.timeMillis(middle) < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static TradeTrackerException different(CandleKey key, @Nullable Candle given, @Nullable Candle kept) {
        Instant time = Stream.of(given, kept)
                .flatMap(Stream::ofNullable)
                .map(Candle::time)
                .min(Instant::compareTo)
                .orElseThrow();
        return new TradeTrackerException(
                CandleError.DIFFERENT_CANDLE,
                key + " at " + time + ": known is " + text(kept, time) + ", given is " + text(given, time)
                        + ". Nothing was written; find out which is right, and replace what is known if it is not");
    }

    private static String text(@Nullable Candle candle, Instant time) {
        return candle == null || !candle.time().equals(time)
                ? "no candle"
                : "open " + candle.open() + " high " + candle.high() + " low " + candle.low() + " close "
                        + candle.close() + " volume " + candle.volume();
    }

    private static void require(boolean condition, CandleKey key, String what) {
        if (!condition) {
            throw wrong(key, what);
        }
    }

    private static TradeTrackerException wrong(CandleKey key, String what) {
        return new TradeTrackerException(
                CandleError.WRONG_CANDLES, "these candles cannot be kept as " + key + ": " + what);
    }
}

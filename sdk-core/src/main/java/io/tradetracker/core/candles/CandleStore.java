package io.tradetracker.core.candles;

import io.tradetracker.api.market.CandleSeries;
import java.time.Instant;
import java.util.List;

/**
 * Keeps candles and what is known of them. For each open time of a key there is a candle, or it is known that there was
 * none (nothing traded then), or nothing is known; these are never mixed up. The {@code double}s of candles come back
 * bit for bit, and the instrument with its rules, so that a backtest needs no broker.
 *
 * <p>Safe for use by several threads. Failures come as {@link io.tradetracker.api.error.TradeTrackerException} with a
 * {@link CandleError}, or ANOTHER_WRITER.
 */
public interface CandleStore extends AutoCloseable {
    /** How many candles may be written at once. */
    int LARGEST_WINDOW = 1_000_000;

    /**
     * Keeps what a market answered: these candles and no others have their open time in the range. It is kept whole or
     * not at all, and outlives the process when this returns. The same again changes nothing; the rules of the
     * instrument that came last are kept.
     *
     * @param key what was asked for
     * @param range open times that were asked for
     * @param candles the answer, at most {@value #LARGEST_WINDOW}; may be empty
     * @throws io.tradetracker.api.error.TradeTrackerException WRONG_CANDLES when the candles do not fit the key, the
     *     range or the timeframe; DIFFERENT_CANDLE when something else is known of a time in the range; ANOTHER_WRITER
     *     when another process writes; STORE_FAILED, STORE_DAMAGED
     */
    void write(CandleKey key, TimeRange range, CandleSeries candles);

    /**
     * Keeps what a market answered, as {@link #write} does, whatever was known of the range before.
     *
     * @throws io.tradetracker.api.error.TradeTrackerException as {@link #write}, but never DIFFERENT_CANDLE
     */
    void replace(CandleKey key, TimeRange range, CandleSeries candles);

    /**
     * {@return the candles whose open time is in a range}
     *
     * @param from first open time, inclusive
     * @param to last open time, exclusive
     * @throws IllegalArgumentException when the range is empty
     * @throws io.tradetracker.api.error.TradeTrackerException NOT_COVERED when nothing is known of a part of the range,
     *     with what is; STORE_FAILED, STORE_DAMAGED
     */
    CandleSeries read(CandleKey key, Instant from, Instant to);

    /** {@return what is known of a key; nothing when it was never written} */
    Coverage covered(CandleKey key);

    /** {@return all keys that were written, in order} */
    List<StoredCandles> list();

    /** Ends its use; what was written stays. */
    @Override
    void close();
}

package io.tradetracker.api.indicator;

import java.util.List;
import java.util.Map;

/**
 * Declares indicators while a strategy is created. Asking twice for the same one gives the same handle. After creation
 * nothing can be declared.
 *
 * <p>Periods count candles, 1 to 100,000. Every method throws {@link IllegalArgumentException} when a period is outside
 * that range, a factor is not finite, or a source is an indicator of another timeframe or strategy, and
 * {@link IllegalStateException} after creation.
 *
 * <p>A source that has no value yet delays what is computed from it: below, "the n-th value" then counts from its
 * first. A source that has no value at a later candle (only {@link #custom} can do that) starts it afresh.
 */
public interface Indicators {
    /**
     * {@return the mean of the last {@code period} values, first at the {@code period}-th}
     *
     * <p>The exact mean, rounded once, however long the run: equal means compare as equal.
     */
    Indicator sma(Source source, int period);

    /**
     * {@return the exponential mean with factor 2 / (period + 1), seeded with the simple mean of the first
     * {@code period} values, first at the {@code period}-th}
     */
    Indicator ema(Source source, int period);

    /**
     * {@return Wilder's relative strength index, 0 to 100, seeded with simple means, first at value period + 1; 0 while
     * nothing moves}
     */
    Indicator rsi(Source source, int period);

    /**
     * {@return the difference of two exponential means, its own exponential mean, and the difference of both}
     *
     * <p>Both means begin at the {@code slow}-th value, each with the simple mean of its last values there; so does the
     * line. Signal and histogram begin at value slow + signal − 1.
     *
     * @param fast below {@code slow}
     */
    Macd macd(Source source, int fast, int slow, int signal);

    /**
     * {@return Wilder's average true range, seeded with the simple mean of the first {@code period} true ranges}
     *
     * <p>The first true range is that of the second candle, as it needs a close before; so the first value is at candle
     * period + 1.
     */
    Indicator atr(int period);

    /**
     * {@return the simple mean and {@code factor} population standard deviations above and below, first at the
     * {@code period}-th value}
     */
    Bands bollinger(Source source, int period, double factor);

    /**
     * {@return the highest high, the lowest low and their middle over the last {@code period} candles}
     *
     * <p>The last closed candle is among them: a breakout compares its close with {@code upper().value(1)}.
     */
    Bands donchian(int period);

    /**
     * {@return a trailing line {@code factor} average true ranges from the middle price, and its direction}
     *
     * <p>First at candle period + 1, as down.
     */
    Supertrend supertrend(int period, double factor);

    /** {@return the highest of the last {@code period} values} */
    Indicator highest(Source source, int period);

    /** {@return the lowest of the last {@code period} values} */
    Indicator lowest(Source source, int period);

    /** {@return a price of the candle as an indicator} */
    Indicator price(PriceField field);

    /**
     * Declares an indicator of the catalogue by its name.
     *
     * @param name such as {@code "supertrend"}
     * @param parameters by name; a missing one takes its default
     * @return its outputs by name, in the catalogue's order
     * @throws IllegalArgumentException when the catalogue has no such name or parameter; the message lists what it has
     */
    Map<String, Indicator> named(String name, Map<String, Double> parameters);

    /**
     * Declares the author's own indicator.
     *
     * @param name unique in this strategy, letters, digits and {@code - _ ( ) , .}
     * @param calculation called once for each closed candle, after {@code inputs}
     * @param inputs what it reads, so that those are computed first
     * @return its handle; an infinite value counts as none
     * @throws IllegalArgumentException when the name is taken
     */
    Indicator custom(String name, Calculation calculation, List<Indicator> inputs);
}

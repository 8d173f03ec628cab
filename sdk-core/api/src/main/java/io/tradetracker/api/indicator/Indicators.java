package io.tradetracker.api.indicator;

import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    /** {@return the mean of the last values, weighed 1 for the oldest to {@code period} for the newest} */
    default Indicator wma(Source source, int period) {
        return only("wma", source, Map.of("period", (double) period));
    }

    /** {@return Wilder's moving average, seeded with the simple mean of the first {@code period} values} */
    default Indicator rma(Source source, int period) {
        return only("rma", source, Map.of("period", (double) period));
    }

    /** {@return the double exponential moving average, first at value 2 · period − 1} */
    default Indicator dema(Source source, int period) {
        return only("dema", source, Map.of("period", (double) period));
    }

    /** {@return the triple exponential moving average, first at value 3 · period − 2} */
    default Indicator tema(Source source, int period) {
        return only("tema", source, Map.of("period", (double) period));
    }

    /**
     * {@return the Hull moving average}
     *
     * @param period at least 2
     */
    default Indicator hma(Source source, int period) {
        return only("hma", source, Map.of("period", (double) period));
    }

    /** {@return Kaufman's adaptive moving average, first at value period + 1} */
    default Indicator kama(Source source, int period) {
        return only("kama", source, Map.of("period", (double) period));
    }

    /** {@return the mean of the last values, weighed by the volume of their candles} */
    default Indicator vwma(Source source, int period) {
        return only("vwma", source, Map.of("period", (double) period));
    }

    /** {@return the population standard deviation of the last {@code period} values} */
    default Indicator standardDeviation(Source source, int period) {
        return only("standard_deviation", source, Map.of("period", (double) period));
    }

    /** {@return how many population standard deviations a value is above the mean of the last {@code period}} */
    default Indicator zScore(Source source, int period) {
        return only("z_score", source, Map.of("period", (double) period));
    }

    /** {@return by how many percent a value is above that of {@code period} candles before} */
    default Indicator roc(Source source, int period) {
        return only("roc", source, Map.of("period", (double) period));
    }

    /** {@return by how much a value is above that of {@code period} candles before} */
    default Indicator momentum(Source source, int period) {
        return only("momentum", source, Map.of("period", (double) period));
    }

    /** {@return the commodity channel index of a source, usually {@link PriceField#HLC3}} */
    default Indicator cci(Source source, int period) {
        return only("cci", source, Map.of("period", (double) period));
    }

    /**
     * {@return the least-squares line through the last values}
     *
     * @param period at least 2
     */
    default RegressionLine linearRegression(Source source, int period) {
        Map<String, Indicator> out = named("linear_regression", source, Map.of("period", (double) period));
        return new RegressionLine(output(out, "value"), output(out, "slope"), output(out, "fit"));
    }

    /** {@return Williams %R, −100 to 0} */
    default Indicator williamsR(int period) {
        return only("williams_r", Map.of("period", (double) period));
    }

    /**
     * {@return the stochastic oscillator, first at candle period + smooth − 1}
     *
     * @param smooth period of the mean that smooths k; 1 for the fast stochastic
     * @param signal period of the mean of k
     */
    default Stochastic stochastic(int period, int smooth, int signal) {
        Map<String, Indicator> out = named(
                "stochastic", Map.of("period", (double) period, "smooth", (double) smooth, "signal", (double) signal));
        return new Stochastic(output(out, "k"), output(out, "d"));
    }

    /**
     * {@return the stochastic of the relative strength index}
     *
     * @param period of the relative strength index
     * @param stochastic period of the highest and lowest
     * @param smooth period of the mean that smooths k
     * @param signal period of the mean of k
     */
    default Stochastic stochasticRsi(Source source, int period, int stochastic, int smooth, int signal) {
        Map<String, Double> parameters = Map.of(
                "period", (double) period,
                "stochastic", (double) stochastic,
                "smooth", (double) smooth,
                "signal", (double) signal);
        Map<String, Indicator> out = named("stoch_rsi", source, parameters);
        return new Stochastic(output(out, "k"), output(out, "d"));
    }

    /** {@return directional movement: its sides first at candle period + 1, the strength at 2 · period} */
    default DirectionalMovement adx(int period) {
        Map<String, Indicator> out = named("adx", Map.of("period", (double) period));
        return new DirectionalMovement(output(out, "adx"), output(out, "plus"), output(out, "minus"));
    }

    /** {@return how recent the extremes of the last {@code period} + 1 candles are} */
    default Aroon aroon(int period) {
        Map<String, Indicator> out = named("aroon", Map.of("period", (double) period));
        return new Aroon(output(out, "up"), output(out, "down"), output(out, "oscillator"));
    }

    /**
     * {@return an exponential mean and {@code factor} average true ranges above and below}
     *
     * @param period of the mean
     * @param range period of the average true range
     */
    default Bands keltner(Source source, int period, int range, double factor) {
        Map<String, Indicator> out =
                named("keltner", source, Map.of("period", (double) period, "range", (double) range, "factor", factor));
        return new Bands(output(out, "upper"), output(out, "middle"), output(out, "lower"));
    }

    /**
     * {@return Wilder's parabolic stop and reverse, first at the second candle}
     *
     * @param acceleration by which the factor grows, usually 0.02
     * @param maximum of the factor, usually 0.2
     */
    default ParabolicStop parabolicStop(double acceleration, double maximum) {
        Map<String, Indicator> out = named("psar", Map.of("acceleration", acceleration, "maximum", maximum));
        return new ParabolicStop(output(out, "line"), output(out, "direction"));
    }

    /** {@return the Ichimoku cloud with the usual 9, 26, 52 and displacement 26} */
    default Ichimoku ichimoku() {
        Map<String, Indicator> out = named("ichimoku", Map.of());
        return new Ichimoku(
                output(out, "conversion"),
                output(out, "base"),
                output(out, "leading_a"),
                output(out, "leading_b"),
                output(out, "ahead_a"),
                output(out, "ahead_b"));
    }

    /** {@return the volume-weighted average price since the UTC day began} */
    default Indicator vwap() {
        return only("vwap", Map.of());
    }

    /** {@return on-balance volume} */
    default Indicator obv() {
        return only("obv", Map.of());
    }

    /** {@return the money flow index, 0 to 100} */
    default Indicator mfi(int period) {
        return only("mfi", Map.of("period", (double) period));
    }

    /** {@return Chaikin money flow, −1 to 1} */
    default Indicator cmf(int period) {
        return only("cmf", Map.of("period", (double) period));
    }

    /** {@return classic pivot points of the UTC day before} */
    default PivotPoints pivotPoints() {
        Map<String, Indicator> out = named("pivots", Map.of());
        return new PivotPoints(
                output(out, "pivot"),
                output(out, "r1"),
                output(out, "r2"),
                output(out, "r3"),
                output(out, "s1"),
                output(out, "s2"),
                output(out, "s3"));
    }

    /**
     * {@return a candlestick pattern}
     *
     * @param id such as {@code "engulfing"} or {@code "morning_star"}, as the catalogue lists it
     */
    default PatternSignal pattern(String id) {
        Map<String, Indicator> out = named(id, Map.of());
        return new PatternSignal(output(out, "signal"), output(out, "strength"), output(out, "trend"));
    }

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
     * Declares an indicator of the catalogue by its name, of any source.
     *
     * @param name such as {@code "bollinger"}
     * @param source what it is computed from
     * @param parameters by name; a missing one takes its default
     * @return its outputs by name, in the catalogue's order
     * @throws IllegalArgumentException as {@link #named(String, Map)}, and when that indicator reads whole candles
     */
    Map<String, Indicator> named(String name, Source source, Map<String, Double> parameters);

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

    private Indicator only(String name, Map<String, Double> parameters) {
        return output(named(name, parameters), "value");
    }

    private Indicator only(String name, Source source, Map<String, Double> parameters) {
        return output(named(name, source, parameters), "value");
    }

    private static Indicator output(Map<String, Indicator> outputs, String name) {
        return Objects.requireNonNull(outputs.get(name), name);
    }
}

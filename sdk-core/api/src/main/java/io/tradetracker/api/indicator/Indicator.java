package io.tradetracker.api.indicator;

/**
 * A number that is computed anew at each closed candle. Values end at the last closed candle of its timeframe; there is
 * no way to ask for a later one. Used only by the thread that runs its strategy.
 */
public interface Indicator extends Source {
    /**
     * {@return the value some candles ago; NaN before enough candles have closed}
     *
     * @param ago 0 for the last closed candle, at most {@link Candles#HISTORY} − 1
     * @throws IndexOutOfBoundsException when {@code ago} is negative or beyond the history
     */
    double value(int ago);

    /**
     * {@return a name for people and journals, such as {@code sma(CLOSE,10)}; the only one in its run, so with
     * {@code @1h} or {@code of ETHUSD} behind it where the timeframe or the instrument is not the run's own}
     */
    String name();

    /** {@return the value at the last closed candle; NaN before enough candles have closed} */
    default double value() {
        return value(0);
    }

    /** {@return whether there is a value at the last closed candle} */
    default boolean ready() {
        return !Double.isNaN(value(0));
    }

    /**
     * {@return whether this was at or below the other one candle ago and is above it now; false unless all four values
     * exist}
     */
    default boolean crossedAbove(Indicator other) {
        return value(1) <= other.value(1) && value(0) > other.value(0);
    }

    /**
     * {@return whether this was at or above the other one candle ago and is below it now; false unless all four values
     * exist}
     */
    default boolean crossedBelow(Indicator other) {
        return value(1) >= other.value(1) && value(0) < other.value(0);
    }

    /** {@return whether this was at or below the level one candle ago and is above it now} */
    default boolean crossedAbove(double level) {
        return value(1) <= level && value(0) > level;
    }

    /** {@return whether this was at or above the level one candle ago and is below it now} */
    default boolean crossedBelow(double level) {
        return value(1) >= level && value(0) < level;
    }
}

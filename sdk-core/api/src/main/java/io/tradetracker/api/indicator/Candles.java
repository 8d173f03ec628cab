package io.tradetracker.api.indicator;

import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;

/**
 * The closed candles of one timeframe as a strategy sees them, counted backwards: 0 is the last closed one. Used only
 * by the thread that runs its strategy.
 */
public interface Candles {
    /** How many candles and indicator values can be looked back at. */
    int HISTORY = 512;

    /** {@return the length of each candle} */
    Timeframe timeframe();

    /** {@return how many candles can be read now, at most {@link #HISTORY}} */
    int size();

    /**
     * {@return when the candle opened, in milliseconds since 1970 UTC}
     *
     * @param ago 0 for the last closed candle, below {@link #size()}
     * @throws IndexOutOfBoundsException when {@code ago} is negative or not below {@link #size()}
     */
    long timeMillis(int ago);

    /** {@return the first price of the candle} */
    double open(int ago);

    /** {@return the highest price of the candle} */
    double high(int ago);

    /** {@return the lowest price of the candle} */
    double low(int ago);

    /** {@return the last price of the candle} */
    double close(int ago);

    /** {@return the volume of the candle} */
    double volume(int ago);

    /** {@return when the candle opened} */
    default Instant time(int ago) {
        return Instant.ofEpochMilli(timeMillis(ago));
    }

    /** {@return the candle as a value} */
    default Candle candle(int ago) {
        return new Candle(time(ago), open(ago), high(ago), low(ago), close(ago), volume(ago));
    }

    /** {@return the last price of the last closed candle} */
    default double close() {
        return close(0);
    }

    /** {@return the highest price of the last closed candle} */
    default double high() {
        return high(0);
    }

    /** {@return the lowest price of the last closed candle} */
    default double low() {
        return low(0);
    }

    /** {@return the first price of the last closed candle} */
    default double open() {
        return open(0);
    }
}

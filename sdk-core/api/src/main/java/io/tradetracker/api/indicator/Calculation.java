package io.tradetracker.api.indicator;

/**
 * An author's own streaming indicator. One instance belongs to one run; it may keep state between calls and should not
 * allocate.
 */
@FunctionalInterface
public interface Calculation {
    /**
     * Takes in the candle that just closed.
     *
     * @param candles the closed candles, the new one at 0
     * @return the value at this candle, NaN while there is none
     */
    double update(Candles candles);
}

package io.tradetracker.indicators.candlestick;

/**
 * The numbers of a candlestick pattern.
 *
 * @param signals which it can give
 * @param candles how many it covers
 * @param lookback how many candles must come before the one at which it can show
 * @param penetration the default, NaN for none
 */
record Traits(CandlestickSignals signals, int candles, int lookback, double penetration) {
    static Traits bullish(int candles, int lookback) {
        return new Traits(CandlestickSignals.BULLISH, candles, lookback, Double.NaN);
    }

    static Traits bearish(int candles, int lookback) {
        return new Traits(CandlestickSignals.BEARISH, candles, lookback, Double.NaN);
    }

    static Traits both(int candles, int lookback) {
        return new Traits(CandlestickSignals.BOTH, candles, lookback, Double.NaN);
    }

    static Traits neutral(int candles, int lookback) {
        return new Traits(CandlestickSignals.NEUTRAL, candles, lookback, Double.NaN);
    }

    Traits penetration(double share) {
        return new Traits(signals, candles, lookback, share);
    }
}

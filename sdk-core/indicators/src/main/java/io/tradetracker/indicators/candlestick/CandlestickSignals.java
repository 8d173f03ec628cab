package io.tradetracker.indicators.candlestick;

/** Which signals a candlestick pattern can give. */
public enum CandlestickSignals {
    /** Only 100: prices are expected to rise. */
    BULLISH,

    /** Only −100: prices are expected to fall. */
    BEARISH,

    /** 100 or −100. */
    BOTH,

    /** Only 100, which says that the pattern is there and nothing about where prices go. */
    NEUTRAL;

    /** {@return whether a signal above 0 is possible} */
    public boolean canBePositive() {
        return this != BEARISH;
    }

    /** {@return whether a signal below 0 is possible} */
    public boolean canBeNegative() {
        return this == BEARISH || this == BOTH;
    }
}

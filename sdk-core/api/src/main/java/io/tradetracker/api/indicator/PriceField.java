package io.tradetracker.api.indicator;

/** A number that each candle has. */
public enum PriceField implements Source {
    /** First price. */
    OPEN,
    /** Highest price. */
    HIGH,
    /** Lowest price. */
    LOW,
    /** Last price. */
    CLOSE,
    /** (high + low) / 2. */
    HL2,
    /** (high + low + close) / 3, the "typical price". */
    HLC3,
    /** (open + high + low + close) / 4. */
    OHLC4,
    /** Units traded. */
    VOLUME
}

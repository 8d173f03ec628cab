package io.tradetracker.indicators;

/** Where an indicator is drawn. */
public enum IndicatorPane {
    /** Over the candles. */
    PRICE,
    /** Below them, on a scale of its own. */
    OWN
}

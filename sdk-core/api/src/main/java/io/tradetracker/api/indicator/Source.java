package io.tradetracker.api.indicator;

/** What an indicator is computed from: a {@link PriceField} of the candle, or another {@link Indicator}. */
public interface Source {}

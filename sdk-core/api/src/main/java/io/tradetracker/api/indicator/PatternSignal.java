package io.tradetracker.api.indicator;

/**
 * A candlestick pattern as it ends at the last closed candle.
 *
 * @param signal 0 when there is none; 100 when it is bullish, or neutral, −100 when bearish, ±200 for a confirmation
 * @param strength how large it is compared with the candles before, 0 to 1; 0 when there is none
 * @param trend 1 when the price was rising before it, −1 when falling; 0 when neither, or when there is none
 */
public record PatternSignal(Indicator signal, Indicator strength, Indicator trend) {}

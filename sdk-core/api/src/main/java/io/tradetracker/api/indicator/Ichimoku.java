package io.tradetracker.api.indicator;

/**
 * The lines of the Ichimoku cloud.
 *
 * @param conversion middle of the short range
 * @param base middle of the longer range
 * @param leadingA one edge of the cloud at this candle
 * @param leadingB the other edge of the cloud at this candle
 * @param aheadA the first edge as it is drawn ahead of this candle
 * @param aheadB the second edge as it is drawn ahead of this candle
 */
public record Ichimoku(
        Indicator conversion,
        Indicator base,
        Indicator leadingA,
        Indicator leadingB,
        Indicator aheadA,
        Indicator aheadB) {}

package io.tradetracker.indicators.candlestick;

/** What a pattern asks of its candles beyond how each of them looks: how their prices lie to each other. */
@FunctionalInterface
interface Relation {
    /** Holds for every candle. */
    Relation NONE = c -> true;

    boolean holds(CandleShapes c);
}

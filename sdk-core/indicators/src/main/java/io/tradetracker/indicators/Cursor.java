package io.tradetracker.indicators;

/** Where a run is in its candles. Shared by a window and the indicators on it; used by one thread. */
final class Cursor {
    /** Of the last closed candle: counted from 1 in a stream, from {@link IndicatorColumns#FIRST} in columns. */
    int at;
}

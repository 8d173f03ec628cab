package io.tradetracker.indicators;

import io.tradetracker.api.indicator.Candles;

/** Where a run is in its candles. Shared by a window and the indicators on it; used by one thread. */
final class Cursor {
    static final int RING = Candles.HISTORY - 1;

    /** Of the last closed candle: from 1 to HISTORY in a ring, from {@link IndicatorColumns#FIRST} on in columns. */
    int at = Candles.HISTORY;

    /** Moves on in a ring; after its last position comes its first. */
    void goRound() {
        at = (at & RING) + 1;
    }
}

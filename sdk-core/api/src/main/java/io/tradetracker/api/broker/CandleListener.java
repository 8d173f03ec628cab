package io.tradetracker.api.broker;

import io.tradetracker.api.market.Candle;

/** Receives closed candles. */
@FunctionalInterface
public interface CandleListener {
    /** A candle closed. It may block: what comes meanwhile waits. */
    void onCandle(Candle candle);
}

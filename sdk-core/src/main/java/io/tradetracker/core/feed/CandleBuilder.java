package io.tradetracker.core.feed;

import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;

/**
 * Builds candles from prints that come in the order of time. A candle without a print does not exist. Used by one
 * thread.
 */
public final class CandleBuilder {
    private final Timeframe timeframe;
    private final CandleListener listener;
    private boolean building;
    private long bucket;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;

    /** Makes a builder that tells the listener of each candle. */
    public CandleBuilder(Timeframe timeframe, CandleListener listener) {
        this.timeframe = timeframe;
        this.listener = listener;
    }

    /** Takes in a print; closes the candle before when the print belongs to a later one. */
    public void onPrint(long timeMillis, double price, double size) {
        long itsBucket = timeframe.openOf(timeMillis);
        if (building && itsBucket > bucket) {
            close();
        }
        if (building) {
            high = Math.max(high, price);
            low = Math.min(low, price);
            close = price;
            volume += size;
        } else {
            open(itsBucket, price, size);
        }
    }

    /** Closes the candle when market time has reached its end. */
    public void onTime(long timeMillis) {
        if (building && timeMillis >= bucket + timeframe.millis()) {
            close();
        }
    }

    private void open(long itsBucket, double price, double size) {
        building = true;
        bucket = itsBucket;
        open = price;
        high = price;
        low = price;
        close = price;
        volume = size;
        listener.onCandleOpen(Instant.ofEpochMilli(bucket), open);
    }

    private void close() {
        building = false;
        listener.onCandle(new Candle(Instant.ofEpochMilli(bucket), open, high, low, close, volume));
    }

    /** Hears of candles. */
    public interface CandleListener {
        /**
         * A candle opened.
         *
         * @param time its open time, UTC
         * @param open its first price
         */
        void onCandleOpen(Instant time, double open);

        /** A candle closed. */
        void onCandle(Candle candle);
    }
}

package io.tradetracker.core.candles;

import io.tradetracker.api.market.CandleSeries;
import java.nio.ByteBuffer;

/** Candles as bytes: open time in milliseconds and five numbers to the bit, one candle after the other. */
final class CandleBytes {
    private CandleBytes() {}

    static byte[] write(CandleSeries candles) {
        ByteBuffer out = ByteBuffer.allocate(candles.size() * Block.CANDLE);
        for (int i = 0; i < candles.size(); i++) {
            out.putLong(candles.timeMillis(i))
                    .putDouble(candles.open(i))
                    .putDouble(candles.high(i))
                    .putDouble(candles.low(i))
                    .putDouble(candles.close(i))
                    .putDouble(candles.volume(i));
        }
        return out.array();
    }

    /**
     * Adds the candles that open in a span.
     *
     * @throws IllegalArgumentException when the bytes are no candles whose times rise
     */
    static void addTo(CandleSeries.Builder builder, byte[] bytes, Block.Span within) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            long time = in.getLong();
            double open = in.getDouble();
            double high = in.getDouble();
            double low = in.getDouble();
            double close = in.getDouble();
            double volume = in.getDouble();
            if (time >= within.from() && time < within.to()) {
                builder.add(time, open, high, low, close, volume);
            }
        }
    }
}

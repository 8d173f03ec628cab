package io.tradetracker.core.engine;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.core.CoreError;
import java.time.Instant;

/** Says that a candle came too early. */
final class OutOfOrder {
    private OutOfOrder() {}

    static TradeTrackerException of(Instrument instrument, long timeMillis, long lastMillis, boolean open) {
        return new TradeTrackerException(
                CoreError.OUT_OF_ORDER,
                "candle " + Instant.ofEpochMilli(timeMillis) + " of " + instrument.id() + " came after candle "
                        + Instant.ofEpochMilli(lastMillis) + (open ? ", which is still open" : ""));
    }
}

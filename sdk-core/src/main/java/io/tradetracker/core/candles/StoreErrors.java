package io.tradetracker.core.candles;

import io.tradetracker.api.error.TradeTrackerException;
import org.jspecify.annotations.Nullable;

/** Failures of stores, in the same words. For those who make a store. */
public final class StoreErrors {
    private StoreErrors() {}

    /** {@return that a part of a range is unknown, with what is known} */
    public static TradeTrackerException notCovered(CandleKey key, TimeRange range, Coverage coverage) {
        return new TradeTrackerException(
                CandleError.NOT_COVERED,
                "of " + key + " nothing is known for " + Coverage.of(coverage.missingIn(range)) + "; there is "
                        + coverage + ". Download it, or ask for less");
    }

    /** {@return that the store was used after its end} */
    public static TradeTrackerException closed() {
        return failed("the store is closed; open it anew", null);
    }

    static TradeTrackerException failed(String message, @Nullable Throwable cause) {
        return new TradeTrackerException(CandleError.STORE_FAILED, message, cause);
    }

    static TradeTrackerException damaged(String message) {
        return new TradeTrackerException(CandleError.STORE_DAMAGED, message);
    }
}

package io.tradetracker.charts;

import io.tradetracker.api.error.TradeTrackerException;
import org.jspecify.annotations.Nullable;

/** A chart that cannot be made. The message says what, where and how to mend it. */
public final class ChartException extends TradeTrackerException {
    private static final long serialVersionUID = 1L;

    /** Makes the failure of a chart that cannot be made of what was given. */
    public ChartException(String message) {
        super(ChartError.BAD_CHART, message);
    }

    /** Makes the failure of a chart that cannot be made of what was given, with its cause. */
    public ChartException(String message, Throwable cause) {
        super(ChartError.BAD_CHART, message, cause);
    }

    /**
     * Makes a failure.
     *
     * @param error what kind
     * @param cause what was thrown, null when nothing was
     */
    public ChartException(ChartError error, String message, @Nullable Throwable cause) {
        super(error, message, cause);
    }
}

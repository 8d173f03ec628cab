package io.tradetracker.core.report;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fall of equity from a peak. Immutable.
 *
 * @param peakTime close of the candle at which the peak was reached, UTC
 * @param troughTime close of the candle at which equity was lowest
 * @param recoveryTime close of the candle at which the peak was passed; null when it never was
 * @param end close of the candle at which it was over: the recovery, or the end of the run
 * @param depthPercent of the peak
 * @param amount from peak to trough, in the account's currency
 */
public record Drawdown(
        Instant peakTime,
        Instant troughTime,
        @Nullable Instant recoveryTime,
        Instant end,
        double depthPercent,
        double amount) {
    /** {@return from the peak to the end} */
    public Duration length() {
        return Duration.between(peakTime, end);
    }
}

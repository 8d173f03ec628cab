package io.tradetracker.core;

import java.time.Duration;

/**
 * Receives measurements. Called by whichever thread did the work; must be safe for use by several threads and must not
 * block. Every method does nothing by default.
 */
public interface RunMetrics {
    /** Ignores everything. */
    RunMetrics NONE = new RunMetrics() {};

    /**
     * A backtest ended.
     *
     * @param candles how many it went through
     * @param took wall-clock time
     */
    default void backtestDone(int candles, Duration took) {}

    /**
     * A bot handled one input.
     *
     * @param kind {@code warm-up}, {@code open}, {@code candle}, {@code missed}, {@code answer}, {@code halt},
     *     {@code kill} or {@code resume}
     * @param took wall-clock time, with writing its record
     */
    default void inputHandled(String kind, Duration took) {}

    /** A bot was told of a print after what it belongs to was decided. */
    default void printWasLate() {}

    /** A host's own listener threw; what it was told about went on without it. */
    default void callbackFailed(Throwable failure) {}

    /** A bot stopped because of a fault. */
    default void botFaulted() {}
}

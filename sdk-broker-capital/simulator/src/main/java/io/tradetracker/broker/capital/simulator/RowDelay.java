package io.tradetracker.broker.capital.simulator;

import java.time.Duration;
import java.time.Instant;

/** How late rows of the activity are seen, and how late their level and size. */
final class RowDelay {
    private Duration row = Duration.ZERO;
    private Duration level = Duration.ZERO;

    void rows(Duration delay) {
        row = delay;
    }

    void levels(Duration delay) {
        level = delay;
    }

    Activity.Visibility from(Instant now) {
        return new Activity.Visibility(now.plus(row), now.plus(level));
    }
}

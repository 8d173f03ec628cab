package io.tradetracker.core.engine;

import io.tradetracker.core.simulation.QuietStretch;
import java.time.Instant;
import java.time.InstantSource;

/** The time of a run: that of the event being handled. It never goes back. */
final class EngineClock implements InstantSource {
    private final QuietStretch stretch;
    private long now;

    EngineClock(QuietStretch stretch) {
        this.stretch = stretch;
    }

    void set(long epochMillis) {
        now = Math.max(now, epochMillis);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        return stretch.closeMillisOr(now);
    }
}

package io.tradetracker.core.engine;

import java.time.Instant;
import java.time.InstantSource;

/** The time of a run: that of the event being handled. It never goes back. */
final class EngineClock implements InstantSource {
    private long now;

    void set(long epochMillis) {
        now = Math.max(now, epochMillis);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(now);
    }

    @Override
    public long millis() {
        return now;
    }
}

package io.tradetracker.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. Safe for use by several threads. */
public final class ManualClock implements InstantSource {
    private final AtomicReference<Instant> now;

    private ManualClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    /** {@return a clock that shows this moment} */
    public static ManualClock at(Instant start) {
        return new ManualClock(start);
    }

    /**
     * {@return a clock that shows this moment}
     *
     * @param start as in {@code 2024-01-31T09:30:00Z}
     * @throws java.time.format.DateTimeParseException when it is no moment
     */
    public static ManualClock at(String start) {
        return at(Instant.parse(start));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /**
     * Moves the clock forward.
     *
     * @param step zero or above
     * @return what it shows now
     * @throws IllegalArgumentException when the step is negative; {@link #set} can go back
     */
    public Instant advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("step " + step + " must not be negative; set() can move the clock back");
        }
        return now.updateAndGet(moment -> moment.plus(step));
    }

    /** Makes the clock show any moment, also an earlier one, as when a machine's clock is corrected. */
    public void set(Instant moment) {
        now.set(moment);
    }

    /** {@return what it shows} */
    @Override
    public String toString() {
        return "clock at " + now.get();
    }
}

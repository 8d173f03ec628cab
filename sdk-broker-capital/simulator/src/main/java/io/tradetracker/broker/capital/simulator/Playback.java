package io.tradetracker.broker.capital.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Moves venue time along with the monotonic clock. */
final class Playback implements AutoCloseable {
    private static final long STEP_MILLIS = 20;

    private final Venue venue;
    private final double speed;
    private final Instant from;
    private final long startNanos = System.nanoTime();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("venue-time").factory());

    Playback(Venue venue, double speed) {
        if (!(speed > 0 && speed <= 1_000_000)) {
            throw new IllegalArgumentException("speed is above 0 and at most 1000000, not " + speed);
        }
        this.venue = venue;
        this.speed = speed;
        this.from = venue.now();
    }

    Playback start() {
        var unused = thread.scheduleAtFixedRate(this::step, 0, STEP_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    /** Time that was moved by hand meanwhile is not moved again. */
    private void step() {
        long passed = Math.round((System.nanoTime() - startNanos) * speed);
        Instant target = from.plus(Duration.ofNanos(passed));
        venue.locked(() -> {
            if (target.isAfter(venue.now())) {
                venue.advanceTo(target);
            }
        });
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}

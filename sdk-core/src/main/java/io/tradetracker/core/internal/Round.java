package io.tradetracker.core.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Does something again and again in a thread of its own: one of the platform, since bots that compute keep virtual
 * threads waiting, and a lease does not wait. Safe for use by several threads.
 */
public final class Round implements AutoCloseable {
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread;
    private volatile boolean ended;

    /** Takes who hears of what fails; it is tried again after the pause. */
    public Round(String name, Runnable work, Duration pause, Consumer<RuntimeException> failed) {
        thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> {
            try {
                while (!ended) {
                    tryTo(work, failed);
                    wakes.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS);
                    wakes.drainPermits();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** A record that cannot be reached now can be the next time. */
    private static void tryTo(Runnable work, Consumer<RuntimeException> failed) {
        try {
            work.run();
        } catch (RuntimeException again) {
            failed.accept(again);
        }
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    /** Does it once more, without the pause. */
    public void wake() {
        wakes.release();
    }

    /** Ends it; returns when what it does now is done. */
    @Override
    public void close() {
        ended = true;
        wakes.release();
        join(thread);
    }

    /** Waits for a thread to end, however often this one is interrupted. */
    public static void join(Thread other) {
        boolean interrupted = false;
        while (other.isAlive() && !Thread.currentThread().equals(other)) {
            try {
                other.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

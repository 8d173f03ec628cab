package io.tradetracker.core.bot;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Does something again and again in a thread of its own: one of the platform, since bots that compute keep virtual
 * threads waiting, and a lease does not wait.
 */
final class Round implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;

    /** Takes who hears of what fails; it is tried again after the pause. */
    Round(String name, Runnable work, Duration pause, Consumer<RuntimeException> failed) {
        thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> {
            try {
                do {
                    tryTo(work, failed);
                } while (!ended.await(pause.toNanos(), TimeUnit.NANOSECONDS));
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

    void start() {
        thread.start();
    }

    /** Ends it; returns when what it does now is done. */
    @Override
    public void close() {
        ended.countDown();
        join(thread);
    }

    /** Waits for a thread to end, however often this one is interrupted. */
    static void join(Thread other) {
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

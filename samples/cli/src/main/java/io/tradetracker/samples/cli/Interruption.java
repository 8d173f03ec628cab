package io.tradetracker.samples.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command tidy up when somebody stops the process: its thread is interrupted, and the process waits until it is
 * done, though not for long.
 */
final class Interruption {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CountDownLatch finished = new CountDownLatch(1);

    private Interruption() {}

    static Interruption onShutdown(Thread worker) {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruption.stop(worker), "stop"));
        return interruption;
    }

    // After a normal end the latch is open: the hook must not wait for a thread that waits for the hooks.
    private void stop(Thread worker) {
        if (finished.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            finished.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    void done() {
        finished.countDown();
    }
}

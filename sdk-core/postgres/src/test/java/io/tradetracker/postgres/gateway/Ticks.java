package io.tradetracker.postgres.gateway;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a venue's time go on while nobody asks it anything. */
final class Ticks implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;

    Ticks(Runnable tick) {
        thread = Thread.ofPlatform().daemon().name("ticks").unstarted(() -> {
            try {
                do {
                    tick.run();
                } while (!ended.await(20, TimeUnit.MILLISECONDS));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        ended.countDown();
    }
}

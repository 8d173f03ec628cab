package io.tradetracker.broker.capital.market;

import io.tradetracker.broker.capital.connection.CapitalMetrics;

/** What feeds have in common. */
final class Feeds {
    private Feeds() {}

    /**
     * Calls a listener. One that fails hears the next all the same; that it failed is told, without its words, which
     * may hold anything.
     */
    static void guarded(Runnable call, String about, CapitalMetrics metrics) {
        try {
            call.run();
        } catch (RuntimeException failed) {
            metrics.listenerFailed(about, failed.getClass().getName());
        }
    }

    /** Waits until a feed's thread has ended, unless it is this one. */
    static void join(Thread thread) {
        if (thread.equals(Thread.currentThread())) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

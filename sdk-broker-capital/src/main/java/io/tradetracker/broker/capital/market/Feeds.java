package io.tradetracker.broker.capital.market;

/** What feeds have in common. */
final class Feeds {
    private Feeds() {}

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

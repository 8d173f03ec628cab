package io.tradetracker.broker.capital.connection;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * Time that passes, never set anew. All pauses, limits and expiries of the client go by it, so a test can let days pass
 * in minutes. Safe for use by several threads.
 */
public interface ElapsedTime {
    /** The machine's monotonic clock. */
    ElapsedTime SYSTEM = new ElapsedTime() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        @SuppressWarnings("WaitNotInLoop") // callers loop, as this may return without reason
        public void await(Lock lock, Condition condition, Duration atMost) throws InterruptedException {
            condition.awaitNanos(atMost.toNanos());
        }
    };

    /** {@return nanoseconds since any moment; only differences mean something} */
    long nanos();

    /**
     * Waits for a signal, at most that long; may return earlier without reason.
     *
     * @param lock held by the caller
     * @param condition of the lock
     * @param atMost zero or above
     */
    void await(Lock lock, Condition condition, Duration atMost) throws InterruptedException;
}

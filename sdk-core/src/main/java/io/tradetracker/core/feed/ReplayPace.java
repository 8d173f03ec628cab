package io.tradetracker.core.feed;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/** Turns wall-clock time into market time. Safe for use by several threads. */
final class ReplayPace {
    private static final double MAX_WAIT_NANOS = 1e8;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private double speed;
    private boolean paused;
    private boolean stopped;
    private long anchorMarket;
    private long anchorNanos = System.nanoTime();

    ReplayPace(double speed) {
        this.speed = requireSpeed(speed);
    }

    /** Makes it that moment now. */
    void jumpTo(long marketMillis) {
        change(() -> anchorMarket = marketMillis);
    }

    void pause() {
        change(() -> paused = true);
    }

    void resume() {
        change(() -> paused = false);
    }

    void stop() {
        change(() -> stopped = true);
    }

    void setSpeed(double newSpeed) {
        requireSpeed(newSpeed);
        change(() -> speed = newSpeed);
    }

    /**
     * Waits until market time reaches a moment, telling the time on the way about ten times a second.
     *
     * @return false when stopped
     */
    boolean awaitMarket(long marketMillis, LongConsumer tellTime) {
        lock.lock();
        try {
            while (!stopped && (paused || now() < marketMillis)) {
                if (!paused) {
                    tellOutside(Math.min(now(), marketMillis), tellTime);
                }
                if (!stopped && (paused || now() < marketMillis)) {
                    changed.awaitNanos(waitNanos(marketMillis));
                }
            }
            anchorMarket = Double.isInfinite(speed) ? marketMillis : anchorMarket;
            return !stopped;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void tellOutside(long time, LongConsumer tellTime) {
        lock.unlock();
        try {
            tellTime.accept(time);
        } finally {
            lock.lock();
        }
    }

    private long waitNanos(long marketMillis) {
        if (paused) {
            return (long) MAX_WAIT_NANOS;
        }
        double wait = 1e6 / speed * (double) (marketMillis - now());
        return (long) Math.clamp(wait, 1.0, MAX_WAIT_NANOS);
    }

    private void change(Runnable action) {
        lock.lock();
        try {
            anchorMarket = marketMillisLocked();
            anchorNanos = System.nanoTime();
            action.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Market time, or the end of time when nothing is to be waited for. */
    private long now() {
        return Double.isInfinite(speed) ? Long.MAX_VALUE : marketMillisLocked();
    }

    private long marketMillisLocked() {
        if (paused || Double.isInfinite(speed)) {
            return anchorMarket;
        }
        return anchorMarket + (long) ((System.nanoTime() - anchorNanos) / 1e6 * speed);
    }

    long marketMillis() {
        lock.lock();
        try {
            return marketMillisLocked();
        } finally {
            lock.unlock();
        }
    }

    double speed() {
        lock.lock();
        try {
            return speed;
        } finally {
            lock.unlock();
        }
    }

    boolean isPaused() {
        lock.lock();
        try {
            return paused;
        } finally {
            lock.unlock();
        }
    }

    boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    private static double requireSpeed(double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed " + speed + " must be above zero");
        }
        return speed;
    }
}

package io.tradetracker.broker.capital.connection;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets requests leave no faster than the service takes them, trading first. Everybody who uses a key shares one. Safe
 * for use by several threads.
 */
public final class RateBudget {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Waiter> waiting = new PriorityQueue<>(
            Comparator.comparing((Waiter each) -> each.purpose).thenComparingLong(each -> each.number));
    private final ElapsedTime time;
    private final CapitalMetrics metrics;
    private final int keptForTrading;
    private final SlidingWindow all;
    private final SlidingWindow orders;
    private final SlidingWindow logins;
    private long number;
    private long pausedUntil;
    private Duration pause = Duration.ZERO;

    /** Makes a budget of which nothing is used. */
    public RateBudget(RateLimits limits, ElapsedTime time, CapitalMetrics metrics) {
        this.time = time;
        this.metrics = metrics;
        keptForTrading = limits.keptForTrading();
        all = new SlidingWindow(limits.requestsPerSecond(), SECOND);
        orders = new SlidingWindow(1, limits.betweenOrders());
        logins = new SlidingWindow(1, limits.betweenLogins());
        pausedUntil = time.nanos();
    }

    /**
     * Waits until a request may leave.
     *
     * @param isLogin whether it is a log-in, which has a limit of its own
     * @return to be left when the answer is there, or none will come
     */
    Place take(Purpose purpose, boolean isLogin) throws InterruptedException {
        long from = time.nanos();
        lock.lock();
        try {
            Waiter waiter = new Waiter(purpose, isLogin, number++);
            waiting.add(waiter);
            try {
                awaitTurn(waiter);
            } finally {
                waiting.remove(waiter);
                changed.signalAll();
            }
            use(waiter);
            return new Place(waiter);
        } finally {
            lock.unlock();
            metrics.waited(purpose, Duration.ofNanos(time.nanos() - from));
        }
    }

    private void awaitTurn(Waiter waiter) throws InterruptedException {
        while (true) {
            long now = time.nanos();
            if (isNext(waiter, now)) {
                return;
            }
            time.await(lock, changed, Duration.ofNanos(untilNext(waiter, now)));
        }
    }

    /** Whoever could go and is more urgent goes first; one that waits for a limit of its own keeps nobody. */
    private boolean isNext(Waiter waiter, long now) {
        return mayGo(waiter, now)
                && waiting.stream().filter(other -> isBefore(other, waiter)).noneMatch(other -> mayGo(other, now));
    }

    private static boolean isBefore(Waiter one, Waiter other) {
        int byPurpose = one.purpose.compareTo(other.purpose);
        return byPurpose < 0 || (byPurpose == 0 && one.number < other.number);
    }

    private boolean mayGo(Waiter waiter, long now) {
        return now - pausedUntil >= 0
                && all.isFree(now, waiter.purpose == Purpose.MARKET ? keptForTrading : 0)
                && (waiter.purpose != Purpose.ORDER || orders.isFree(now, 0))
                && (!waiter.isLogin || logins.isFree(now, 0));
    }

    private long untilNext(Waiter waiter, long now) {
        if (now - pausedUntil < 0) {
            return pausedUntil - now;
        }
        long wait = all.untilNext(now);
        if (waiter.purpose == Purpose.ORDER) {
            wait = sooner(wait, orders.untilNext(now));
        }
        if (waiter.isLogin) {
            wait = sooner(wait, logins.untilNext(now));
        }
        return wait == 0 ? SECOND.toNanos() : wait;
    }

    private static long sooner(long one, long other) {
        return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
    }

    private void use(Waiter waiter) {
        all.take();
        if (waiter.purpose == Purpose.ORDER) {
            orders.take();
        }
        if (waiter.isLogin) {
            logins.take();
        }
    }

    private void leave(Waiter waiter) {
        lock.lock();
        try {
            long now = time.nanos();
            all.leave(now);
            if (waiter.purpose == Purpose.ORDER) {
                orders.leave(now);
            }
            if (waiter.isLogin) {
                logins.leave(now);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The service said that it was too much: nothing leaves for a while, longer each time. */
    void tooMuch() {
        lock.lock();
        try {
            Duration doubled = pause.multipliedBy(2);
            pause = pause.isZero() ? SECOND : doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
            pausedUntil = time.nanos() + pause.toNanos();
        } finally {
            lock.unlock();
        }
        metrics.limited(pause);
    }

    /** {@return whether nothing leaves for a while} */
    boolean isPaused() {
        lock.lock();
        try {
            return time.nanos() - pausedUntil < 0;
        } finally {
            lock.unlock();
        }
    }

    /** The service took a request. */
    void taken() {
        lock.lock();
        try {
            pause = Duration.ZERO;
        } finally {
            lock.unlock();
        }
    }

    /** A request that may leave. */
    final class Place {
        private final Waiter waiter;

        private Place(Waiter waiter) {
            this.waiter = waiter;
        }

        /** The answer is there, or none will come. */
        void leave() {
            RateBudget.this.leave(waiter);
        }
    }

    private record Waiter(Purpose purpose, boolean isLogin, long number) {}
}

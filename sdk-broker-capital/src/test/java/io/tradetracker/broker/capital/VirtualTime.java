package io.tradetracker.broker.capital;

import io.tradetracker.broker.capital.connection.ElapsedTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** Time that passes when a test says so. */
public final class VirtualTime implements ElapsedTime {
    private final AtomicLong nanos = new AtomicLong();
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public void await(Lock lock, Condition condition, Duration atMost) throws InterruptedException {
        Waiter waiter = new Waiter(lock, condition, nanos() + atMost.toNanos());
        waiters.add(waiter);
        try {
            if (waiter.until > nanos()) {
                condition.await();
            }
        } finally {
            waiters.remove(waiter);
        }
    }

    /** Lets time pass, and wakes those whose time has come. */
    public void pass(Duration time) {
        long now = nanos.addAndGet(time.toNanos());
        for (Waiter each : List.copyOf(waiters)) {
            if (each.until <= now && waiters.remove(each)) {
                each.lock.lock();
                try {
                    each.condition.signalAll();
                } finally {
                    each.lock.unlock();
                }
            }
        }
    }

    /** How many wait for a time that has not come. */
    public int waiting() {
        return waiters.size();
    }

    private static final class Waiter {
        private final Lock lock;
        private final Condition condition;
        private final long until;

        Waiter(Lock lock, Condition condition, long until) {
            this.lock = lock;
            this.condition = condition;
            this.until = until;
        }
    }
}

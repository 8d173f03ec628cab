package io.tradetracker.broker.capital.soak;

import io.tradetracker.broker.capital.connection.CapitalMetrics;
import io.tradetracker.broker.capital.connection.Purpose;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what the client says of itself, and how many requests are on their way. */
final class InFlight implements CapitalMetrics {
    final AtomicInteger onTheirWay = new AtomicInteger();
    final AtomicLong requests = new AtomicLong();
    final AtomicLong unanswered = new AtomicLong();
    final AtomicLong logins = new AtomicLong();
    final AtomicLong filled = new AtomicLong();
    final AtomicLong limited = new AtomicLong();
    final AtomicLong longestWaitNanos = new AtomicLong();
    private final Map<String, AtomicInteger> streamEnds = new ConcurrentHashMap<>();

    @Override
    public void waited(Purpose purpose, Duration time) {
        onTheirWay.incrementAndGet();
        longestWaitNanos.accumulateAndGet(time.toNanos(), Math::max);
    }

    @Override
    public void answered(String what, int status, Duration time) {
        onTheirWay.decrementAndGet();
        requests.incrementAndGet();
        if (status == 0) {
            unanswered.incrementAndGet();
        }
    }

    @Override
    public void limited(Duration pause) {
        limited.incrementAndGet();
    }

    @Override
    public void loggedIn() {
        logins.incrementAndGet();
    }

    @Override
    public void streamEnded(String reason) {
        streamEnds.computeIfAbsent(reason, each -> new AtomicInteger()).incrementAndGet();
    }

    @Override
    public void candlesFilled(int count) {
        filled.addAndGet(count);
    }

    /** Why streams ended, and how often. */
    Map<String, Integer> streamEnds() {
        Map<String, Integer> ends = new TreeMap<>();
        streamEnds.forEach((reason, count) -> ends.put(reason, count.get()));
        return ends;
    }
}

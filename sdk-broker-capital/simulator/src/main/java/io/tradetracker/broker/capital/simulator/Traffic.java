package io.tradetracker.broker.capital.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts requests, and refuses those that are too many. Used under the venue's lock. */
final class Traffic {
    private final Limits limits;
    private final Map<VenueRecord.RequestKind, Meter> meters = new EnumMap<>(VenueRecord.RequestKind.class);
    private final Deque<Instant> taken = new ArrayDeque<>();
    private final Deque<Instant> orders = new ArrayDeque<>();
    private @Nullable Instant lastLogin;
    private long refused;

    Traffic(Limits limits) {
        this.limits = limits;
    }

    void count(Route route, Instant now) {
        count(VenueRecord.RequestKind.ALL, true, now);
        count(VenueRecord.RequestKind.READ, route.isRead(), now);
        count(VenueRecord.RequestKind.LOGIN, route.isLogin(), now);
        count(VenueRecord.RequestKind.WRITE, route.isWrite(), now);
        count(VenueRecord.RequestKind.ORDER, route.isOrder(), now);
    }

    private void count(VenueRecord.RequestKind kind, boolean applies, Instant now) {
        if (applies) {
            meters.computeIfAbsent(kind, any -> new Meter()).count(now);
        }
    }

    /** Takes a request or refuses it; what is refused does not count against the limits. */
    void take(Route route, Instant now) {
        if (!limits.on()) {
            return;
        }
        forget(taken, now.minusSeconds(1));
        forget(orders, now.minus(Duration.ofHours(1)));
        boolean tooMany = taken.size() >= limits.requestsPerSecond()
                || (route.isOrder() && orderTooSoon(now))
                || (route.isLogin() && tooSoon(lastLogin, limits.loginSpacing(), now));
        if (tooMany) {
            refused++;
            throw Refusal.tooMany();
        }
        taken.addLast(now);
        if (route.isOrder()) {
            orders.addLast(now);
        }
        if (route.isLogin()) {
            lastLogin = now;
        }
    }

    private boolean orderTooSoon(Instant now) {
        return orders.size() >= limits.ordersPerHour() || tooSoon(orders.peekLast(), limits.orderSpacing(), now);
    }

    private static boolean tooSoon(@Nullable Instant last, Duration spacing, Instant now) {
        return last != null && now.isBefore(last.plus(spacing));
    }

    private static void forget(Deque<Instant> times, Instant until) {
        while (!times.isEmpty() && !times.getFirst().isAfter(until)) {
            times.removeFirst();
        }
    }

    long refused() {
        return refused;
    }

    Map<VenueRecord.RequestKind, VenueRecord.Traffic> counts() {
        Map<VenueRecord.RequestKind, VenueRecord.Traffic> counts = new EnumMap<>(VenueRecord.RequestKind.class);
        meters.forEach((kind, meter) -> counts.put(kind, meter.traffic()));
        return counts;
    }
}

package io.tradetracker.broker.capital.stream;

import io.tradetracker.broker.capital.connection.CapitalException;
import io.tradetracker.broker.capital.connection.ElapsedTime;
import io.tradetracker.broker.capital.rest.CapitalApi;
import io.tradetracker.broker.capital.rest.MarketDetails;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells a market where nothing happens from a subscription that was lost: looks up the price of instruments that are
 * silent, less often each time. Safe for use by several threads.
 */
final class QuietCheck {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration SECOND_LOOK = Duration.ofSeconds(5);
    private static final int AT_ONCE = 50;

    private final CapitalApi api;
    private final ElapsedTime time;
    private final Duration quietAfter;
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();

    QuietCheck(CapitalApi api, ElapsedTime time, Duration quietAfter) {
        this.api = api;
        this.time = time;
        this.quietAfter = quietAfter;
    }

    /** These are subscribed from now on; nothing is known of them but what was heard before. */
    void watch(Set<String> epics) {
        long now = time.nanos();
        heard.keySet().retainAll(epics);
        epics.forEach(epic -> heard.merge(
                epic,
                new Heard(Double.NaN, Double.NaN, now, quietAfter, false),
                (old, fresh) -> old.at(now, quietAfter, false)));
    }

    void heard(String epic, double bid, double ask) {
        heard.put(epic, new Heard(bid, ask, time.nanos(), quietAfter, false));
    }

    /** {@return an instrument whose price moved without a word; null when there is none} */
    @Nullable
    String findMoved(Set<String> epics) {
        long now = time.nanos();
        List<String> silent = epics.stream()
                .filter(epic -> isSilent(heard.get(epic), now))
                .limit(AT_ONCE)
                .toList();
        return silent.isEmpty() ? null : findMoved(silent, now);
    }

    private static boolean isSilent(@Nullable Heard last, long now) {
        return last != null && now - last.nanos >= last.patience.toNanos();
    }

    /** A price that moved a moment ago may be on its way: only a second look that finds it unheard counts. */
    private @Nullable String findMoved(List<String> silent, long now) {
        try {
            for (MarketDetails market : api.markets(silent)) {
                Heard last = heard.get(market.instrument().epic());
                if (last != null && last.differs(market.snapshot())) {
                    if (last.suspect) {
                        return market.instrument().epic();
                    }
                    heard.put(market.instrument().epic(), last.at(now, SECOND_LOOK, true));
                }
            }
        } catch (CapitalException unreadable) {
            // whether the service can be reached shows by its pings
        }
        for (String epic : silent) {
            heard.computeIfPresent(
                    epic, (name, last) -> last.suspect ? last : last.at(now, doubled(last.patience), false));
        }
        return null;
    }

    private static Duration doubled(Duration patience) {
        Duration next = patience.multipliedBy(2);
        return next.compareTo(LONGEST) > 0 ? LONGEST : next;
    }

    /** What was heard last, how long silence is fine from then on, and whether the price was seen to differ. */
    private record Heard(double bid, double ask, long nanos, Duration patience, boolean suspect) {
        Heard at(long now, Duration newPatience, boolean nowSuspect) {
            return new Heard(bid, ask, now, newPatience, nowSuspect);
        }

        boolean differs(MarketDetails.Snapshot price) {
            double tolerance =
                    price.decimalPlacesFactor() == null ? 0 : 0.51 * Math.pow(10, -price.decimalPlacesFactor());
            return price.marketStatus().equals("TRADEABLE")
                    && (differs(price.bid(), bid, tolerance) || differs(price.offer(), ask, tolerance));
        }

        /** Quotes may have more digits than prices that are looked up. */
        private static boolean differs(@Nullable BigDecimal now, double before, double tolerance) {
            return now != null && !Double.isNaN(before) && Math.abs(now.doubleValue() - before) > tolerance;
        }
    }
}

package io.tradetracker.broker.capital.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Bars of one market, made of its quotes: those before the start from its source, the others as they came. */
final class CandleStore {
    private final MarketSpec spec;
    private final @Nullable PriceSource source;
    private final Instant start;
    private final NavigableMap<Instant, Bar> minutes = new TreeMap<>();
    private final Map<Instant, List<Bar>> days = new HashMap<>();

    CandleStore(MarketSpec spec, @Nullable PriceSource source, Instant start) {
        this.spec = spec;
        this.source = source;
        this.start = start;
    }

    void add(Quote quote) {
        Bar tick = Bar.of(Resolution.MINUTE.open(quote.time()), quote);
        minutes.merge(tick.open(), tick, Bar::then);
    }

    /** {@return bars that opened from {@code from} to {@code to}, both inclusive, oldest first} */
    List<Bar> between(Resolution resolution, Instant from, Instant to) {
        Instant open = resolution.open(from);
        Instant first = open.isBefore(from) ? open.plus(resolution.length()) : open;
        Instant end = resolution.open(to).plus(resolution.length());
        NavigableMap<Instant, Bar> bars = new TreeMap<>();
        history(bars, resolution, first, end);
        if (first.isBefore(end)) {
            for (Bar minute : minutes.subMap(first, true, end, false).values()) {
                merge(bars, resolution, minute);
            }
        }
        return List.copyOf(bars.values());
    }

    /** {@return at most {@code count} bars, the last ones that opened until {@code to}} */
    List<Bar> newest(Resolution resolution, int count, Instant to) {
        List<Bar> bars = List.of();
        for (long reach = count; bars.size() < count && reach <= 8L * count; reach *= 2) {
            Instant from = resolution.open(to).minus(resolution.length().multipliedBy(reach - 1));
            bars = between(resolution, from, to);
        }
        return bars.subList(Math.max(0, bars.size() - count), bars.size());
    }

    /** {@return at most {@code count} bars, the first ones that opened from {@code from} on} */
    List<Bar> oldest(Resolution resolution, int count, Instant from, Instant to) {
        List<Bar> bars = List.of();
        for (long reach = count; bars.size() < count && reach <= 8L * count; reach *= 2) {
            Instant end = from.plus(resolution.length().multipliedBy(reach));
            bars = between(resolution, from, end.isAfter(to) ? to : end);
        }
        return bars.subList(0, Math.min(count, bars.size()));
    }

    /** {@return the last quote of the source before the start, or null} */
    @Nullable
    Quote lastBeforeStart() {
        for (int days = 1; days <= 64 && source != null; days *= 4) {
            List<Quote> quotes = new ArrayList<>(1);
            Iterator<Quote> all = source.history(start.minusSeconds(86_400L * days));
            for (Quote next = next(all); next != null && next.time().isBefore(start); next = next(all)) {
                quotes.clear();
                quotes.add(spec.round(next));
            }
            if (!quotes.isEmpty()) {
                return quotes.getFirst();
            }
        }
        return null;
    }

    private void history(NavigableMap<Instant, Bar> bars, Resolution resolution, Instant from, Instant end) {
        if (source == null) {
            return;
        }
        Instant until = end.isBefore(start) ? end : start;
        if (resolution.compareTo(Resolution.DAY) < 0) {
            read(bars, resolution, from, until);
            return;
        }
        for (Instant day = from; day.isBefore(until); day = day.plus(Resolution.DAY.length())) {
            for (Bar bar : days.computeIfAbsent(day, this::day)) {
                merge(bars, resolution, bar);
            }
        }
    }

    /** {@return the bar of a day as far as it is history, or nothing} */
    private List<Bar> day(Instant open) {
        Instant end = open.plus(Resolution.DAY.length());
        NavigableMap<Instant, Bar> bars = new TreeMap<>();
        read(bars, Resolution.DAY, open, end.isBefore(start) ? end : start);
        return List.copyOf(bars.values());
    }

    private void read(NavigableMap<Instant, Bar> bars, Resolution resolution, Instant from, Instant until) {
        if (source == null || !from.isBefore(until)) {
            return;
        }
        Iterator<Quote> quotes = source.history(from);
        for (Quote next = next(quotes); next != null && next.time().isBefore(until); next = next(quotes)) {
            if (spec.hours().isOpen(next.time())) {
                merge(bars, resolution, Bar.of(next.time(), spec.round(next)));
            }
        }
    }

    private static @Nullable Quote next(Iterator<Quote> quotes) {
        return quotes.hasNext() ? quotes.next() : null;
    }

    private static void merge(NavigableMap<Instant, Bar> bars, Resolution resolution, Bar piece) {
        Instant open = resolution.open(piece.open());
        bars.merge(open, piece.withOpen(open), Bar::then);
    }
}

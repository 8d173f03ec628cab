package io.tradetracker.core.candles;

import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Candles that end with the process, for tests and small programs. Safe for use by several threads. */
public final class InMemoryCandleStore implements CandleStore {
    private final Map<CandleKey, Kept> all = new TreeMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean closed;

    /** Makes an empty store. */
    public InMemoryCandleStore() {}

    private record Kept(Instrument instrument, Coverage coverage, NavigableMap<Instant, Candle> candles) {
        private CandleWindow window(CandleKey key, TimeRange range) {
            return new CandleWindow(
                    range,
                    CandleSeries.of(
                            instrument,
                            key.timeframe(),
                            candles.subMap(range.from(), range.to()).values()));
        }
    }

    @Override
    public void write(CandleKey key, TimeRange range, CandleSeries candles) {
        keep(key, range, candles, true);
    }

    @Override
    public void replace(CandleKey key, TimeRange range, CandleSeries candles) {
        keep(key, range, candles, false);
    }

    private void keep(CandleKey key, TimeRange range, CandleSeries candles, boolean same) {
        Optional<CandleWindow> window = CandleWindow.of(key, range, candles);
        locked(() -> {
            window.ifPresent(each -> keep(key, each, same));
            return window;
        });
    }

    private void keep(CandleKey key, CandleWindow window, boolean same) {
        Instrument instrument = window.candles().instrument();
        Kept kept = all.getOrDefault(key, new Kept(instrument, Coverage.NONE, new TreeMap<>()));
        if (same) {
            kept.coverage.partsIn(window.range()).forEach(part -> window.requireSame(key, kept.window(key, part)));
        }
        kept.candles.subMap(window.range().from(), window.range().to()).clear();
        for (int i = 0; i < window.candles().size(); i++) {
            kept.candles.put(window.candles().time(i), window.candles().candle(i));
        }
        all.put(key, new Kept(instrument, kept.coverage.plus(window.range()), kept.candles));
    }

    @Override
    public CandleSeries read(CandleKey key, Instant from, Instant to) {
        TimeRange range = new TimeRange(from, to);
        return locked(() -> {
            Kept kept = all.get(key);
            if (kept == null) {
                throw StoreErrors.notCovered(key, range, Coverage.NONE);
            }
            TimeRange opens = range.opens(key.timeframe()).orElse(null);
            if (opens == null) {
                return CandleSeries.of(kept.instrument, key.timeframe(), List.of());
            }
            if (!kept.coverage.covers(opens)) {
                throw StoreErrors.notCovered(key, opens, kept.coverage);
            }
            return kept.window(key, opens).candles();
        });
    }

    @Override
    public Coverage covered(CandleKey key) {
        return locked(() -> {
            Kept kept = all.get(key);
            return kept == null ? Coverage.NONE : kept.coverage;
        });
    }

    @Override
    public List<StoredCandles> list() {
        return locked(() -> {
            List<StoredCandles> list = new ArrayList<>();
            all.forEach((key, kept) ->
                    list.add(new StoredCandles(key, kept.instrument, kept.coverage, kept.candles.size())));
            return list;
        });
    }

    @Override
    public void close() {
        closed = true;
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            if (closed) {
                throw StoreErrors.closed();
            }
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}

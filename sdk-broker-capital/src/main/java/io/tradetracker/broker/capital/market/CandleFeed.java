package io.tradetracker.broker.capital.market;

import io.tradetracker.api.broker.CandleListener;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.broker.capital.connection.CapitalException;
import io.tradetracker.broker.capital.connection.CapitalMetrics;
import io.tradetracker.broker.capital.connection.ElapsedTime;
import io.tradetracker.broker.capital.stream.Bar;
import io.tradetracker.broker.capital.stream.StreamListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Brings closed candles to one listener, in a thread of its own: oldest first, each once, none left out. A candle that
 * comes by stream right after the one before is told of once nothing more about it can come; what is missing between
 * two, and what does not come at all, is read from the history.
 */
final class CandleFeed implements StreamListener, Subscription {
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final int MOST = 256;

    private final Timeframe timeframe;
    private final PriceSide side;
    private final History history;
    private final CandleListener listener;
    private final InstantSource clock;
    private final ElapsedTime time;
    private final CapitalMetrics metrics;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeMap<Long, Bars> waiting = new TreeMap<>();
    private final Thread thread;
    private Runnable unsubscribe = () -> {};
    private boolean closed;
    private long next;
    private long readUntil;
    private long heardUntil;
    private long nextLook;
    private Duration pause = Duration.ZERO;

    /** Reads closed candles of a stretch of time. */
    interface History {
        /** {@return closed candles that opened from a moment on and before another, oldest first} */
        CandleSeries read(Instant from, Instant to);
    }

    CandleFeed(
            Timeframe timeframe,
            PriceSide side,
            Instant from,
            History history,
            CandleListener listener,
            Surroundings around) {
        this.timeframe = timeframe;
        this.side = side;
        this.history = history;
        this.listener = listener;
        clock = around.clock;
        time = around.time;
        metrics = around.metrics;
        next = from.toEpochMilli();
        readUntil = next;
        nextLook = time.nanos();
        thread = Thread.ofVirtual().name("capital-candles-" + timeframe).unstarted(this::run);
    }

    /** What a feed works with. */
    record Surroundings(InstantSource clock, ElapsedTime time, CapitalMetrics metrics) {}

    void start(Runnable ends) {
        unsubscribe = ends;
        thread.start();
    }

    /** It may not be whole: it waits until no other word on it can be on its way. */
    @Override
    public void onBar(Bar bar) {
        lock.lock();
        try {
            waiting.merge(bar.timeMillis(), Bars.of(bar), Bars::and);
            while (waiting.size() > MOST) {
                waiting.pollFirstEntry();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onHeard(long untilMillis) {
        lock.lock();
        try {
            heardUntil = Math.max(heardUntil, untilMillis);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What was still on its way is lost: the history will have it. */
    @Override
    public void onLost() {
        lock.lock();
        try {
            waiting.tailMap(heardUntil - timeframe.millis(), false).clear();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onLive(boolean again) {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            readHistory(true);
            while (true) {
                Candle candle = await();
                if (candle != null) {
                    tell(candle);
                } else if (isClosed()) {
                    return;
                } else if (time.nanos() - nextLook >= 0) {
                    readHistory(false);
                }
            }
        } catch (InterruptedException interrupted) {
            // closed while it waited
        }
    }

    /** Waits for a candle that came by stream, or until it is time to look into the history. */
    private @Nullable Candle await() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                Candle candle = ready();
                long left = nextLook - time.nanos();
                if (candle != null || left <= 0) {
                    return candle;
                }
                time.await(lock, changed, Duration.ofNanos(left));
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Candle ready() {
        waiting.headMap(next).clear();
        for (Bars bars : waiting.headMap(heardUntil - timeframe.millis(), true).values()) {
            Candle candle = bars.candle(side);
            if (candle != null) {
                return candle;
            }
        }
        return null;
    }

    private void tell(Candle candle) {
        long opened = candle.time().toEpochMilli();
        if (opened > Math.max(next, readUntil)) {
            fill(Instant.ofEpochMilli(next), candle.time());
            if (readUntil < opened) {
                return;
            }
        }
        deliver(candle);
        lookLater();
    }

    private void deliver(Candle candle) {
        long opened = candle.time().toEpochMilli();
        if (opened >= next) {
            next = opened + timeframe.millis();
            readUntil = Math.max(readUntil, next);
            pause = Duration.ZERO;
            Feeds.guarded(() -> listener.onCandle(candle), "candles", metrics);
        }
    }

    private void readHistory(boolean first) {
        Instant now = clock.instant();
        Instant end = first ? now : now.minus(GRACE);
        long before = next;
        fill(Instant.ofEpochMilli(next), end);
        if (next == before && !first) {
            Duration longer = pause.isZero() ? timeframe.duration() : pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        }
        lookLater();
    }

    /** Reads what is missing; what was read, with or without candles in it, is not missing any more. */
    private void fill(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return;
        }
        try {
            CandleSeries missing = history.read(from, to);
            for (int i = 0; i < missing.size(); i++) {
                deliver(missing.candle(i));
            }
            if (missing.size() > 0) {
                metrics.candlesFilled(missing.size());
            }
            readUntil = Math.max(readUntil, Math.min(to.toEpochMilli(), openOf(clock.instant())));
        } catch (CapitalException unreadable) {
            metrics.messageLeftOut("candles could not be read, and will be: " + unreadable.getMessage());
        }
    }

    /** {@return a moment before which every candle has closed} */
    private long openOf(Instant now) {
        return now.toEpochMilli() - timeframe.millis();
    }

    /** When the next candle should have come, or later when none came for a while. */
    private void lookLater() {
        long due =
                next + timeframe.millis() + GRACE.toMillis() - clock.instant().toEpochMilli();
        long wait =
                Math.max(Math.max(due, pause.toMillis()), Duration.ofSeconds(1).toMillis());
        nextLook = time.nanos() + Duration.ofMillis(wait).toNanos();
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        unsubscribe.run();
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        Feeds.join(thread);
    }

    /** Both sides of a candle, as far as they came; the last word on a side counts. */
    private record Bars(@Nullable Bar bid, @Nullable Bar ask) {
        static Bars of(Bar bar) {
            return bar.isBid() ? new Bars(bar, null) : new Bars(null, bar);
        }

        Bars and(Bars later) {
            return new Bars(later.bid == null ? bid : later.bid, later.ask == null ? ask : later.ask);
        }

        @Nullable
        Candle candle(PriceSide side) {
            if (side.equals(PriceSide.BID)) {
                return bid == null ? null : candle(bid, bid);
            }
            if (side.equals(PriceSide.ASK)) {
                return ask == null ? null : candle(ask, ask);
            }
            return bid == null || ask == null ? null : candle(bid, ask);
        }

        private static Candle candle(Bar one, Bar other) {
            return new Candle(
                    Instant.ofEpochMilli(one.timeMillis()),
                    (one.open() + other.open()) / 2,
                    (one.high() + other.high()) / 2,
                    (one.low() + other.low()) / 2,
                    (one.close() + other.close()) / 2,
                    Math.max(one.volume(), other.volume()));
        }
    }
}

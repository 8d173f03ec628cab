package io.tradetracker.broker.capital.market;

import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Quote;
import io.tradetracker.broker.capital.connection.CapitalException;
import io.tradetracker.broker.capital.connection.CapitalMetrics;
import io.tradetracker.broker.capital.connection.ElapsedTime;
import io.tradetracker.broker.capital.rest.MarketDetails;
import io.tradetracker.broker.capital.stream.StreamListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings quotes to one listener, in a thread of its own. A listener that is slow loses quotes in between, never the
 * newest, and is told that some are missing; the socket never waits for it.
 */
final class QuoteFeed implements StreamListener, Subscription {
    private static final int MOST = 1_024;
    private static final Duration TELL_TIME_EVERY = Duration.ofSeconds(1);
    private static final Duration LATEST = Duration.ofSeconds(2);
    /** A quote of tomorrow would keep all others until then from being told. */
    private static final Duration FUTURE = Duration.ofHours(1);

    private final InstrumentId instrument;
    private final MarketListener listener;
    private final Supplier<MarketDetails> snapshot;
    private final InstantSource clock;
    private final ElapsedTime time;
    private final CapitalMetrics metrics;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Quote> quotes = new ArrayDeque<>();
    private final Thread thread;
    private Runnable unsubscribe = () -> {};
    private boolean live;
    private boolean began;
    private boolean gap;
    private int leftOut;
    private boolean closed;
    private Instant told = Instant.MIN;

    QuoteFeed(
            InstrumentId instrument,
            MarketListener listener,
            Supplier<MarketDetails> snapshot,
            InstantSource clock,
            ElapsedTime time,
            CapitalMetrics metrics) {
        this.instrument = instrument;
        this.listener = listener;
        this.snapshot = snapshot;
        this.clock = clock;
        this.time = time;
        this.metrics = metrics;
        thread = Thread.ofVirtual().name("capital-quotes-" + instrument).unstarted(this::run);
    }

    void start(Runnable ends) {
        unsubscribe = ends;
        thread.start();
    }

    @Override
    public void onQuote(long timeMillis, double bid, double ask) {
        if (timeMillis - clock.millis() > FUTURE.toMillis()) {
            metrics.messageLeftOut("a quote of " + instrument + " from the future");
            return;
        }
        Quote quote = new Quote(instrument, Instant.ofEpochMilli(timeMillis), bid, ask);
        lock.lock();
        try {
            if (quotes.size() == MOST) {
                quotes.removeLast();
                leftOut++;
                gap = true;
            }
            quotes.addLast(quote);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onLive(boolean again) {
        lock.lock();
        try {
            live = true;
            began = true;
            gap |= again;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onLost() {
        lock.lock();
        try {
            live = false;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (true) {
                Next next = await();
                if (next == null) {
                    return;
                }
                deliver(next);
            }
        } catch (InterruptedException interrupted) {
            // closed while it waited
        }
    }

    private @Nullable Next await() throws InterruptedException {
        lock.lock();
        try {
            long end = time.nanos() + TELL_TIME_EVERY.toNanos();
            while (!closed && quotes.isEmpty() && !gap && !began && end - time.nanos() > 0) {
                time.await(lock, changed, Duration.ofNanos(end - time.nanos()));
            }
            if (closed) {
                return null;
            }
            Next next = new Next(quotes.pollFirst(), gap && quotes.isEmpty(), began, live, leftOut);
            gap &= !next.gap;
            began = false;
            leftOut = 0;
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void deliver(Next next) {
        if (next.leftOut > 0) {
            metrics.quotesLeftOut(next.leftOut);
        }
        if (next.began) {
            begin();
        }
        Quote quote = next.quote;
        if (quote != null) {
            tell(quote);
        } else if (next.live && !next.began) {
            tellTime(clock.instant().minus(LATEST));
        }
        if (next.gap) {
            Instant since = told.equals(Instant.MIN) ? clock.instant() : told;
            guarded(() -> listener.onGap(since));
        }
    }

    /** The newest price counts, however late it is: it is told as of the time that was told already. */
    private void tell(Quote quote) {
        boolean late = quote.time().isBefore(told);
        told = late ? told : quote.time();
        Quote now = late ? new Quote(instrument, told, quote.bid(), quote.ask()) : quote;
        guarded(() -> listener.onQuote(now));
    }

    private void guarded(Runnable call) {
        Feeds.guarded(call, instrument.value(), metrics);
    }

    /** The service sends no price when a stream begins: it is looked up. */
    private void begin() {
        try {
            MarketDetails.Snapshot price = snapshot.get().snapshot();
            Instant now = clock.instant();
            if (price.bid() != null && price.offer() != null && !now.isBefore(told)) {
                tell(new Quote(
                        instrument,
                        now,
                        price.bid().doubleValue(),
                        price.offer().doubleValue()));
            }
        } catch (CapitalException unreadable) {
            metrics.messageLeftOut("the price of " + instrument + " at the beginning of a stream could not be read");
        }
    }

    private void tellTime(Instant moment) {
        if (moment.isAfter(told)) {
            told = moment;
            guarded(() -> listener.onTime(moment));
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

    private record Next(@Nullable Quote quote, boolean gap, boolean began, boolean live, int leftOut) {}
}
